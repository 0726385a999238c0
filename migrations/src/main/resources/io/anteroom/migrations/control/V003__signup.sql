-- Who asked for a portal, which address they hold meanwhile, and how far the making of it has come.

-- One filled-in form. Unconfirmed ones are deleted some days after they lapse; nobody is told whether one exists.
create table control.sign_up (
    id                      uuid        primary key,
    page_key                bytea       not null unique check (length(page_key) = 32),
    confirmation_key        bytea       not null unique check (length(confirmation_key) = 32),
    confirmation_expires_at timestamptz not null,
    organisation_name       text        not null check (length(organisation_name) between 2 and 100),
    slug                    text        not null check (slug ~ '^[a-z0-9]([a-z0-9-]{1,48})[a-z0-9]$'),
    country                 text        not null check (country ~ '^[A-Z]{2}$'),
    zone                    text        not null check (length(zone) between 3 and 60),
    currency                text        not null check (currency ~ '^[A-Z]{3}$'),
    owner_name              text        not null check (length(owner_name) between 2 and 100),
    owner_email             text        not null check (length(owner_email) between 3 and 254),
    terms_version           text        not null check (length(terms_version) between 1 and 40),
    terms_accepted_at       timestamptz not null,
    created_at              timestamptz not null,
    confirmed_at            timestamptz
);

create index sign_up_unconfirmed on control.sign_up (confirmation_expires_at) where confirmed_at is null;

-- The primary key decides between two who want one address. No expiry: held for good.
create table control.slug_reservation (
    slug       text        primary key check (slug ~ '^[a-z0-9]([a-z0-9-]{1,48})[a-z0-9]$'),
    sign_up_id uuid        not null,
    expires_at timestamptz
);

create index slug_reservation_holder on control.slug_reservation (sign_up_id);

-- The making of one tenant. What it needs is copied from the sign-up, so that it stands by itself.
create table control.provisioning (
    sign_up_id            uuid        primary key,
    tenant_id             text        unique references control.tenant (id),
    organisation_name     text        not null,
    slug                  text        not null,
    country               text        not null,
    zone                  text        not null,
    currency              text        not null,
    owner_name            text        not null,
    owner_email           text        not null,
    identity_organisation text,
    owner_subject         text,
    state                 text        not null check (state in ('running', 'failed', 'done')),
    started_at            timestamptz not null,
    ended_at              timestamptz,
    constraint provisioning_ends check ((state = 'done') = (ended_at is not null))
);

create index provisioning_not_done on control.provisioning (started_at) where state <> 'done';

-- Each step, in order. "error" is written by us and safe to show: no address, name or stack trace in it.
create table control.provisioning_step (
    sign_up_id      uuid        not null references control.provisioning (sign_up_id),
    step            text        not null check (step in ('slug', 'schema', 'tables', 'organisation', 'owner', 'portal')),
    position        smallint    not null check (position between 1 and 6),
    state           text        not null check (state in ('waiting', 'running', 'retrying', 'failed', 'done')),
    attempts        integer     not null check (attempts >= 0),
    error           text        check (length(error) <= 300),
    started_at      timestamptz,
    ended_at        timestamptz,
    next_attempt_at timestamptz,
    primary key (sign_up_id, step),
    unique (sign_up_id, position)
);

-- The link with which an owner sets a first password. At most one good one for each sign-up.
create table control.owner_welcome (
    sign_up_id uuid        primary key references control.provisioning (sign_up_id),
    key        bytea       not null unique check (length(key) = 32),
    expires_at timestamptz not null,
    sent_at    timestamptz not null
);
