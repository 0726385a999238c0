-- What a clinic's transaction calls when its portal looks or works differently from now on, so that every process that
-- remembers the portal forgets it. Tenants may not notify by themselves; the tenant is taken from the calling role.
create function work.portal_changed() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    tenant text := substring(current_setting('role') from '^t_([a-z2-7]{12})$');
begin
    if tenant is null then
        raise exception 'only a tenant has a portal' using errcode = '42501';
    end if;
    perform pg_notify('portal_changed', tenant);
end
$$;
