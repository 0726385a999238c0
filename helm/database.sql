-- Makes an empty database ready for Anteroom: the three logins, and what PostgreSQL gives to everybody and here must not.
-- Run once, by a true superuser, connected to that database:
--
--   psql "$SUPERUSER" -v ON_ERROR_STOP=1 -v owner=... -v control=... -v tenant=... -f helm/database.sql
--
-- The same as DatabaseRoles.prepare, as a test shows.

create role anteroom_owner login nosuperuser nocreatedb nobypassrls noreplication createrole inherit password :'owner';
create role anteroom_control login nosuperuser nocreatedb nobypassrls noreplication nocreaterole inherit password :'control';
create role anteroom_tenant login nosuperuser nocreatedb nobypassrls noreplication nocreaterole noinherit password :'tenant';

revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to anteroom_owner, anteroom_control, anteroom_tenant;
grant create on database :"DBNAME" to anteroom_owner;
revoke all on schema public from public;

create schema extensions;
grant usage on schema extensions to public;
create extension btree_gist with schema extensions;
create extension pg_trgm with schema extensions;
alter role anteroom_owner in database :"DBNAME" set search_path = extensions, pg_temp;
alter role anteroom_control in database :"DBNAME" set search_path = control, extensions, pg_temp;
alter role anteroom_tenant in database :"DBNAME" set search_path = extensions, pg_temp;

-- Injected SQL must not take another clinic's role, leave a table for the next one, or tell anybody anything.
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
grant execute on function pg_catalog.set_config(text, text, boolean) to anteroom_owner, anteroom_tenant;
revoke update on pg_catalog.pg_settings from public;
revoke execute on function pg_catalog.pg_notify(text, text) from public;
grant execute on function pg_catalog.pg_notify(text, text) to anteroom_owner, anteroom_control;
revoke execute on function pg_catalog.lo_creat(integer) from public;
revoke execute on function pg_catalog.lo_create(oid) from public;
revoke execute on function pg_catalog.lo_from_bytea(oid, bytea) from public;
