-- Who may call these needs no right on the tables that they write: control-rights.sql says who may.
alter function control.put_work(text, text, text, text, timestamptz) security definer;
alter function control.put_work(text, text, text, text, timestamptz, boolean) security definer;
alter function control.add_platform_work(text, text, timestamptz) security definer;
alter function control.add_urgent_platform_work(text, text, timestamptz) security definer;

-- What follows from a change of a tenant is not for the one who changed it to be able to do alone.
alter function control.tell_tenant_changed() security definer set search_path = pg_catalog, pg_temp;
alter function control.resume_work() security definer set search_path = pg_catalog, pg_temp;
