package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;

/**
 * The logins of a database, and what PostgreSQL gives to everybody by default and here must not. Done once as superuser,
 * before the first migration; doing it again changes nothing but the passwords.
 *
 * <p>The revokes are the floor under the isolation of tenants: a clinic's role may neither change its own role
 * ({@code set_config}, an update of {@code pg_settings}) nor leave a temporary table that the next tenant on the same
 * connection would read in place of its own. What each login may on the control schema is {@link ControlRights}'.
 */
public final class DatabaseRoles {

    /** The user name of {@link DatabaseLogin#OWNER}. */
    public static final String OWNER = DatabaseLogin.OWNER.user();

    /** The user name of {@link DatabaseLogin#CONTROL}. */
    public static final String CONTROL = DatabaseLogin.CONTROL.user();

    /** The user name of {@link DatabaseLogin#TENANT}. */
    public static final String TENANT = DatabaseLogin.TENANT.user();

    private static final String OF_TENANTS = users(DatabaseLogin.OF_TENANTS);
    private static final String OF_ROLES = users(DatabaseLogin.OF_ROLES);

    private DatabaseRoles() {}

    /**
     * Prepares the database that {@code superuser} is connected to. Who has no password is made too, since rights are
     * given to it, and cannot log in; but {@link DatabaseLogin#CONTROL} is not there without one.
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
            String database = statement.enquoteIdentifier(superuser.getCatalog(), true);
            statement.execute("select pg_advisory_xact_lock(hashtext('anteroom roles'))");
            for (DatabaseLogin login : DatabaseLogin.values()) {
                login(statement, login, passwords.find(login));
            }
            statement.execute(rights(database));
            if (passwords.find(DatabaseLogin.CONTROL) != null) {
                statement.execute(allInOne(database));
            }
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

    private static void login(Statement statement, DatabaseLogin login, @Nullable String password) throws SQLException {
        if (login == DatabaseLogin.CONTROL && password == null) {
            return;
        }
        String attributes = login == DatabaseLogin.OWNER ? "createrole" : "nocreaterole";
        attributes += isOfTenants(login) ? " noinherit" : " inherit";
        attributes += password == null
                ? " nologin password null"
                : " login password " + statement.enquoteLiteral(PasswordUtil.encodeScramSha256(password.toCharArray()));
        statement.execute("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if;
                end $$;
                alter role %1$s nosuperuser nocreatedb nobypassrls noreplication %2$s
                """.formatted(login.user(), attributes));
    }

    private static boolean isOfTenants(DatabaseLogin login) {
        return login == DatabaseLogin.TENANT || DatabaseLogin.OF_TENANTS.contains(login);
    }

    private static String rights(String database) {
        StringBuilder paths = new StringBuilder();
        for (DatabaseLogin login : DatabaseLogin.values()) {
            if (login != DatabaseLogin.CONTROL) {
                paths.append(path(login, database));
            }
        }
        return """
                revoke all on database %1$s from public;
                grant connect on database %1$s to %2$s, %3$s, %4$s, %5$s;
                grant create on database %1$s to %2$s;
                revoke all on schema public from public;
                grant %4$s to %5$s with inherit false, set true;

                create schema if not exists extensions;
                grant usage on schema extensions to public;
                create extension if not exists btree_gist with schema extensions;
                create extension if not exists pg_trgm with schema extensions;

                revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
                grant execute on function pg_catalog.set_config(text, text, boolean) to %2$s, %4$s, %5$s;
                revoke update on pg_catalog.pg_settings from public;
                revoke execute on function pg_catalog.pg_notify(text, text) from public;
                grant execute on function pg_catalog.pg_notify(text, text) to %2$s, %6$s;
                revoke execute on function pg_catalog.lo_creat(integer) from public;
                revoke execute on function pg_catalog.lo_create(oid) from public;
                revoke execute on function pg_catalog.lo_from_bytea(oid, bytea) from public;
                """.formatted(database, OWNER, OF_ROLES, TENANT, OF_TENANTS, DatabaseLogin.OPERATOR.user()) + paths;
    }

    private static String allInOne(String database) {
        return "grant " + OF_ROLES + " to " + CONTROL + " with inherit true, set false;"
                + " grant connect on database " + database + " to " + CONTROL + ";\n"
                + path(DatabaseLogin.CONTROL, database);
    }

    private static String path(DatabaseLogin login, String database) {
        boolean control = login == DatabaseLogin.CONTROL || DatabaseLogin.OF_ROLES.contains(login);
        return "alter role " + login.user() + " in database " + database + " set search_path = "
                + (control ? "control, " : "") + "extensions, pg_temp;\n";
    }

    private static String users(Set<DatabaseLogin> logins) {
        return logins.stream().map(DatabaseLogin::user).collect(Collectors.joining(", "));
    }
}
