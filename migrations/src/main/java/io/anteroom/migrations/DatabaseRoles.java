package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/**
 * The three logins of a database, and what PostgreSQL gives to everybody by default and here must not. Done once as
 * superuser, before the first migration; doing it again changes nothing but the passwords.
 *
 * <p>The revokes are the floor under the isolation of tenants: a clinic's role may neither change its own role
 * ({@code set_config}, an update of {@code pg_settings}) nor leave a temporary table that the next tenant on the same
 * connection would read in place of its own.
 */
public final class DatabaseRoles {

    /** Owns every schema and creates the tenants' roles. */
    public static final String OWNER = "anteroom_owner";

    /** Reads and writes the control schema, and nothing of any clinic. */
    public static final String CONTROL = "anteroom_control";

    /** Has no right of its own: each transaction takes one tenant's role. */
    public static final String TENANT = "anteroom_tenant";

    private DatabaseRoles() {}

    /**
     * Prepares the database that {@code superuser} is connected to.
     *
     * @throws MigrationException if the connection is not a superuser's: PostgreSQL would answer the revokes on its own
     *     functions with a warning and change nothing
     */
    public static void prepare(Connection superuser, DatabasePasswords passwords) throws SQLException {
        if (!holds(superuser, "select rolsuper from pg_roles where rolname = current_user")) {
            throw new MigrationException("Only a superuser can take set_config and its like away from everybody");
        }
        boolean autoCommit = superuser.getAutoCommit();
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('anteroom roles'))");
            login(statement, OWNER, "createrole inherit", passwords.owner());
            login(statement, CONTROL, "nocreaterole inherit", passwords.control());
            login(statement, TENANT, "nocreaterole noinherit", passwords.tenant());
            statement.execute(rights(statement.enquoteIdentifier(superuser.getCatalog(), true)));
            superuser.commit();
        } catch (SQLException failed) {
            superuser.rollback();
            throw failed;
        } finally {
            superuser.setAutoCommit(autoCommit);
        }
    }

    /**
     * Looks whether {@link #prepare} still holds. A database that was restored elsewhere, as at a provider that gives
     * nobody a superuser, has its tables and not the floor under its tenants.
     *
     * @throws MigrationException if anybody may do what only we may
     */
    static void check(Connection connection) throws SQLException {
        if (holds(connection, """
                select has_function_privilege('public', 'pg_catalog.set_config(text, text, boolean)', 'execute')
                    or has_table_privilege('public', 'pg_catalog.pg_settings', 'update')
                    or has_database_privilege('public', current_database(), 'temporary')""")) {
            throw new MigrationException("This database was not prepared: any role in it may take on another's");
        }
    }

    private static boolean holds(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void login(Statement statement, String role, String attributes, String password)
            throws SQLException {
        String hash = statement.enquoteLiteral(PasswordUtil.encodeScramSha256(password.toCharArray()));
        statement.execute("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if;
                end $$;
                alter role %1$s login nosuperuser nocreatedb nobypassrls noreplication %2$s password %3$s
                """.formatted(role, attributes, hash));
    }

    private static String rights(String database) {
        return """
                revoke all on database %1$s from public;
                grant connect on database %1$s to %2$s, %3$s, %4$s;
                grant create on database %1$s to %2$s;
                revoke all on schema public from public;

                create schema if not exists extensions;
                grant usage on schema extensions to public;
                create extension if not exists btree_gist with schema extensions;
                create extension if not exists pg_trgm with schema extensions;
                alter role %2$s in database %1$s set search_path = extensions, pg_temp;
                alter role %3$s in database %1$s set search_path = control, extensions, pg_temp;
                alter role %4$s in database %1$s set search_path = extensions, pg_temp;

                revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
                grant execute on function pg_catalog.set_config(text, text, boolean) to %2$s, %4$s;
                revoke update on pg_catalog.pg_settings from public;
                revoke execute on function pg_catalog.pg_notify(text, text) from public;
                grant execute on function pg_catalog.pg_notify(text, text) to %2$s, %3$s;
                revoke execute on function pg_catalog.lo_creat(integer) from public;
                revoke execute on function pg_catalog.lo_create(oid) from public;
                revoke execute on function pg_catalog.lo_from_bytea(oid, bytea) from public;
                """.formatted(database, OWNER, CONTROL, TENANT);
    }
}
