-- Makes an empty database ready for Anteroom: a login for each purpose, and what PostgreSQL gives to everybody and here must
-- not. Run once by psql, as a true superuser, connected to that database; the passwords stand in files, as docs/deploying.md
-- makes them. What a login may in the control schema is granted by each migration: see docs/rights.md.
--
-- The same as DatabaseRoles.prepare, as a test shows.

\set owner `cat logins/owner`
\set signup `cat logins/signup`
\set operator `cat logins/operator`
\set staff `cat logins/staff`
\set portal `cat logins/portal`
\set worker `cat logins/worker`
\set tenant_staff `cat logins/tenant_staff`
\set tenant_portal `cat logins/tenant_portal`
\set tenant_worker `cat logins/tenant_worker`

begin;

-- Fails where a file is not there, rather than make a login that nobody can use.
select ('logins/' || name || ' holds no password of 16 characters or more')::integer
from (values ('owner', :'owner'), ('signup', :'signup'), ('operator', :'operator'), ('staff', :'staff'),
             ('portal', :'portal'), ('worker', :'worker'), ('tenant_staff', :'tenant_staff'),
             ('tenant_portal', :'tenant_portal'), ('tenant_worker', :'tenant_worker')) given (name, password)
where length(password) < 16;

-- Owns every schema and makes the clinics' roles.
create role anteroom_owner login nosuperuser nocreatedb nobypassrls noreplication createrole inherit password :'owner';

-- One for each role of the application, on the control schema.
create role anteroom_signup login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'signup';
create role anteroom_operator login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'operator';
create role anteroom_staff login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'staff';
create role anteroom_portal login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'portal';
create role anteroom_worker login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'worker';

-- One for each that works on clinics' data, through a role that is in all clinics' roles and inherits nothing of them.
create role anteroom_tenant nologin nosuperuser nocreatedb nobypassrls noreplication nocreaterole noinherit;
create role anteroom_tenant_staff login nosuperuser nocreatedb nobypassrls noreplication nocreaterole noinherit password :'tenant_staff';
create role anteroom_tenant_portal login nosuperuser nocreatedb nobypassrls noreplication nocreaterole noinherit password :'tenant_portal';
create role anteroom_tenant_worker login nosuperuser nocreatedb nobypassrls noreplication nocreaterole noinherit password :'tenant_worker';
grant anteroom_tenant to anteroom_tenant_staff, anteroom_tenant_portal, anteroom_tenant_worker with inherit false, set true;

revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to anteroom_owner, anteroom_signup, anteroom_operator, anteroom_staff, anteroom_portal,
    anteroom_worker, anteroom_tenant, anteroom_tenant_staff, anteroom_tenant_portal, anteroom_tenant_worker;
grant create on database :"DBNAME" to anteroom_owner;
revoke all on schema public from public;

create schema extensions;
grant usage on schema extensions to public;
create extension btree_gist with schema extensions;
create extension pg_trgm with schema extensions;
alter role anteroom_owner in database :"DBNAME" set search_path = extensions, pg_temp;
alter role anteroom_signup in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_operator in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_staff in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_portal in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_worker in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_tenant in database :"DBNAME" set search_path = extensions, pg_temp;
alter role anteroom_tenant_staff in database :"DBNAME" set search_path = extensions, pg_temp;
alter role anteroom_tenant_portal in database :"DBNAME" set search_path = extensions, pg_temp;
alter role anteroom_tenant_worker in database :"DBNAME" set search_path = extensions, pg_temp;

-- Injected SQL must not take another clinic's role, leave a table for the next one, or tell anybody anything.
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
grant execute on function pg_catalog.set_config(text, text, boolean) to anteroom_owner, anteroom_tenant,
    anteroom_tenant_staff, anteroom_tenant_portal, anteroom_tenant_worker;
revoke update on pg_catalog.pg_settings from public;
revoke execute on function pg_catalog.pg_notify(text, text) from public;
grant execute on function pg_catalog.pg_notify(text, text) to anteroom_owner, anteroom_operator;
revoke execute on function pg_catalog.lo_creat(integer) from public;
revoke execute on function pg_catalog.lo_create(oid) from public;
revoke execute on function pg_catalog.lo_from_bytea(oid, bytea) from public;

commit;
