-- Every schema of a clinic, from the moment it stands. A few wait as spares; sign-up takes one.
create table control.tenant_schema (
    id             text        primary key check (id ~ '^[a-z2-7]{12}$'),
    state          text        not null check (state in ('spare', 'taken')),
    claimed_for    text        unique check (length(claimed_for) between 1 and 200),
    schema_version integer     not null check (schema_version > 0),
    built_at       timestamptz not null default now(),
    claimed_at     timestamptz,
    leased_until   timestamptz,
    attempts       integer     not null default 0 check (attempts >= 0),
    error          text        check (length(error) <= 2000),
    constraint tenant_schema_taken_for_someone check ((state = 'taken') = (claimed_for is not null))
);

create index tenant_schema_spare on control.tenant_schema (built_at) where state = 'spare';

-- The registry: what TenantDirectory reads. The id is that of the schema the tenant was given.
create table control.tenant (
    id         text        primary key references control.tenant_schema (id),
    slug       text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,48}[a-z0-9])$'),
    name       text        not null check (length(name) between 1 and 200),
    state      text        not null check (state in ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETED')),
    country    text        not null check (country ~ '^[A-Z]{2}$'),
    zone       text        not null check (length(zone) between 1 and 64),
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz not null default now()
);

-- Stripe speaks of connected accounts; a webhook finds its clinic here.
create table control.stripe_account (
    account_id text        primary key check (length(account_id) between 1 and 100),
    tenant_id  text        not null references control.tenant (id),
    created_at timestamptz not null default now()
);

create index stripe_account_tenant on control.stripe_account (tenant_id);

create function control.tell_tenant_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('tenant_changed', coalesce(new.id, old.id));
    return null;
end
$$;

create trigger tenant_changed after insert or update or delete on control.tenant
    for each row execute function control.tell_tenant_changed();
