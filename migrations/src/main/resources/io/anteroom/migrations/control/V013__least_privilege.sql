-- Who may call these needs no right on the tables that they write: control-rights.sql says who may.
alter function control.put_work(text, text, text, text, timestamptz) security definer;
alter function control.put_work(text, text, text, text, timestamptz, boolean) security definer;
alter function control.add_platform_work(text, text, timestamptz) security definer;
alter function control.add_urgent_platform_work(text, text, timestamptz) security definer;

-- What follows from a change of a row is not for the one who changed it to be able to do alone: all triggers so far.
do $$
declare
    it record;
begin
    for it in select p.oid::regprocedure as name from pg_proc p
              where p.pronamespace = 'control'::regnamespace and p.prorettype = 'trigger'::regtype
    loop
        execute format('alter function %s security definer set search_path = pg_catalog, pg_temp', it.name);
    end loop;
end $$;
