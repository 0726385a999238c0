-- Work is taken line by line. A line is what one tenant, or the platform itself, has to be done of one urgency; a worker
-- goes from line to line, so that a long one stands in nobody's way. Priority 1 is work that a person waits for.
alter table control.scheduled_tasks alter column priority set default 0;
update control.scheduled_tasks set priority = 0 where priority is null;
alter table control.scheduled_tasks alter column priority set not null;

create index scheduled_tasks_line on control.scheduled_tasks (coalesce(tenant_id, 'platform'), priority, execution_time)
    where not picked;

-- As before, and the notice names the line: '!' where it is urgent, and whose it is. An empty notice means any.
create function control.put_work(task text, tenant text, kind text, ref text, due timestamptz, urgent boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if kind is null or kind !~ '^[a-z][a-z0-9-]{0,59}$' then
        raise exception 'not a kind of work' using errcode = '22023';
    end if;
    if ref is null or length(ref) not between 1 and 200 then
        raise exception 'not a reference to work' using errcode = '22023';
    end if;
    insert into control.scheduled_tasks as there
        (task_name, task_instance, execution_time, picked, version, tenant_id, priority)
    values (task, coalesce(tenant || ':', '') || kind || ':' || ref, due, false, 1, tenant, urgent::integer)
    on conflict (task_name, task_instance) do update set
        execution_time = case when there.picked then there.execution_time
                              else least(there.execution_time, excluded.execution_time) end,
        again_at = case when there.picked then least(there.again_at, excluded.execution_time) end,
        priority = greatest(there.priority, excluded.priority);
    perform pg_notify('work', case when urgent then '!' else '' end || coalesce(tenant, 'platform'));
end
$$;

create or replace function control.put_work(task text, tenant text, kind text, ref text, due timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform control.put_work(task, tenant, kind, ref, due, false);
end
$$;

-- What a clinic's transaction calls when somebody waits. It takes the tenant from the calling role, as work.add does.
create function work.add_urgent(kind text, ref text, due timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    tenant text := substring(current_setting('role') from '^t_([a-z2-7]{12})$');
begin
    if tenant is null then
        raise exception 'only a tenant can leave work' using errcode = '42501';
    end if;
    perform control.put_work('tenant-work', tenant, kind, ref, due, true);
end
$$;

create function control.add_urgent_platform_work(kind text, ref text, due timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform control.put_work('platform-work', null, kind, ref, due, true);
end
$$;
