-- Which clinics know an address with which somebody signs in, so that a person who has forgotten the clinic's portal can be
-- told of it. The address itself is nowhere here: hashed with a key that is not in the database, it answers only whoever
-- has the address already, and the key. A clinic's own work keeps its rows, and clinics' own tables are asked again before
-- anything is told.
create table control.known_address (
    address_hash bytea not null check (octet_length(address_hash) = 32),
    tenant_id    text  not null references control.tenant (id) on delete cascade,
    primary key (address_hash, tenant_id)
);

create index known_address_tenant on control.known_address (tenant_id);

-- What somebody typed on the front page, sealed with the messages' key, until the worker has looked: some seconds.
create table control.portal_search (
    id       uuid        primary key,
    sealed   bytea       not null check (octet_length(sealed) <= 1000),
    asked_at timestamptz not null,
    attempts integer     not null default 0 check (attempts >= 0)
);

-- Counters of fixed windows: searches by network and of everybody, messages by the hash of the address.
create table control.portal_search_cap (
    kind         text        not null check (kind in ('network', 'everybody', 'address', 'address-daily')),
    subject      text        not null check (length(subject) <= 100),
    window_start timestamptz not null,
    used         integer     not null,
    primary key (kind, subject, window_start)
);

create index portal_search_cap_by_age on control.portal_search_cap (window_start);

-- A clinic whose portal is gone is found by nobody, from the same moment on.
create function control.forget_addresses() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from control.known_address where tenant_id = new.id;
    return null;
end
$$;

create trigger tenant_deleted after update of state on control.tenant
    for each row when (new.state = 'DELETED' and old.state <> 'DELETED')
    execute function control.forget_addresses();

-- Once a day a clinic's whole list is compared. It begins some minutes after the clinic was opened, and sees to the next
-- time itself.
create function control.begin_known_addresses() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform control.put_work('tenant-work', new.id, 'known-addresses', 'all', now() + interval '15 minutes');
    return null;
end
$$;

create trigger tenant_opened_to_be_known after update of state on control.tenant
    for each row when (old.state = 'PROVISIONING' and new.state = 'ACTIVE')
    execute function control.begin_known_addresses();

-- Those that are there already are listed within the hour, not all at once.
do $$
begin
    perform control.put_work('tenant-work', id, 'known-addresses', 'all',
                             now() + make_interval(secs => 300 + abs(hashtext(id)::bigint) % 3300))
    from control.tenant where state in ('ACTIVE', 'SUSPENDED');
end
$$;
