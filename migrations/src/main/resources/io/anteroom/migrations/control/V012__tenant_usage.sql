-- How much a clinic uses the platform, as its own work counts it once a day. Three numbers: operators see no clinic's data.
create table control.tenant_usage (
    tenant_id  text        primary key references control.tenant (id) on delete cascade,
    patients   bigint      not null check (patients >= 0),
    sign_ins   bigint      not null check (sign_ins >= 0),
    messages   bigint      not null check (messages >= 0),
    counted_at timestamptz not null
);

-- What a clinic's transaction calls. It takes the tenant from the calling role, as work.add does, so that at worst a clinic
-- says something wrong about itself.
create function work.report_usage(patients bigint, sign_ins bigint, messages bigint, counted_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    tenant text := substring(current_setting('role') from '^t_([a-z2-7]{12})$');
begin
    if tenant is null then
        raise exception 'only a tenant can report its usage' using errcode = '42501';
    end if;
    insert into control.tenant_usage as there (tenant_id, patients, sign_ins, messages, counted_at)
    values (tenant, patients, sign_ins, messages, counted_at)
    on conflict (tenant_id) do update set
        patients = excluded.patients, sign_ins = excluded.sign_ins, messages = excluded.messages,
        counted_at = excluded.counted_at;
end
$$;

-- A clinic is counted for the first time some minutes after it was opened, and sees to the next time itself.
create function control.begin_usage() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform control.put_work('tenant-work', new.id, 'usage', 'daily', now() + interval '10 minutes');
    return null;
end
$$;

create trigger tenant_opened after update of state on control.tenant
    for each row when (old.state = 'PROVISIONING' and new.state = 'ACTIVE')
    execute function control.begin_usage();

-- Those that are there already begin within the hour, not all at once.
do $$
begin
    perform control.put_work('tenant-work', id, 'usage', 'daily',
                             now() + make_interval(secs => abs(hashtext(id)::bigint) % 3600))
    from control.tenant where state in ('ACTIVE', 'SUSPENDED');
end
$$;
