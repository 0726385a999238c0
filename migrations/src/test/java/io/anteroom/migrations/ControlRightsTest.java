package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rights as PostgreSQL has them, against those that somebody has read and found right: the table in docs/rights.md. */
class ControlRightsTest {

    private static final String ROLES = "'" + String.join("', '", users(DatabaseLogin.OF_ROLES.stream())) + "'";

    /** A table's rights, and those on single columns where it has not the whole; PostgreSQL's own functions decide. */
    private static final String RIGHTS = """
            with who as (select unnest(array[%1$s]) as login),
            ask as (select unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'])
                           as what, generate_series(1, 8) as place),
            relation as (select c.oid, c.oid::regclass::text as name from pg_class c
                         where c.relnamespace = 'control'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                           and c.relname <> 'flyway_schema_history'
                           and not exists (select from pg_depend d
                                           where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i'
                                             and c.relkind = 'S')),
            got as (
                select relation.name, who.login, ask.place,
                       case when has_table_privilege(who.login, relation.oid, ask.what) then ask.what
                            when ask.what in ('select', 'insert', 'update', 'references') then
                                (select ask.what || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
                                 from pg_attribute a
                                 where a.attrelid = relation.oid and a.attnum > 0 and not a.attisdropped
                                   and has_column_privilege(who.login, relation.oid, a.attnum, ask.what)) end as what
                from relation cross join who cross join ask
                union all
                select p.oid::regprocedure::text, who.login, 1,
                       case when has_function_privilege(who.login, p.oid, 'execute') then 'execute' end
                from pg_proc p cross join who
                where p.pronamespace = 'control'::regnamespace and p.prorettype <> 'trigger'::regtype)
            select '| `' || replace(name, 'timestamp with time zone', 'timestamptz') || '` | ' || string_agg(cell, ' | ' order by login) || ' |'
            from (select name, login, coalesce(string_agg(what, ', ' order by place), '') as cell from got group by name, login) cells
            group by name order by name""".formatted(ROLES);

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static String clinic;

    @BeforeAll
    static void migrated() throws SQLException {
        database = TestDatabase.prepared("rights");
        try (Connection superuser = database.superuser()) {
            DatabaseRoles.prepare(superuser, everybody());
        }
        new ControlMigrator(database.owner()).migrate();
        clinic = new TenantSchemas(database.owner(), new SecureRandom())
                .claim("somebody")
                .schema();
    }

    private static DatabasePasswords everybody() {
        return new DatabasePasswords("owner", "control", "tenant")
                .and(Stream.concat(DatabaseLogin.OF_ROLES.stream(), DatabaseLogin.OF_TENANTS.stream())
                        .collect(Collectors.toMap(login -> login, DatabaseLogin::user)));
    }

    /** Whoever adds a table has to say here whose it is, if only that it is nobody's. */
    @Test
    void eachRoleMayWhatTheReviewedTableSaysAndNothingElse() throws SQLException, IOException {
        List<String> reviewed = Files.readString(Path.of("../docs/rights.md"))
                .lines()
                .filter(line -> line.startsWith("| `control."))
                .toList();
        List<String> granted = database.lines(RIGHTS);
        assertThat(reviewed)
                .as("in docs/rights.md should stand:%n%s", String.join("\n", granted))
                .containsExactlyElementsOf(granted);
    }

    @Test
    void whoRunsAllRolesMayWhatTheyMayTogether() throws SQLException {
        List<String> together = database.lines(RIGHTS.replace(ROLES, "'" + DatabaseRoles.CONTROL + "'"));
        assertThat(together)
                .hasSameSizeAs(database.lines(RIGHTS))
                .contains(
                        "| `control.operator_audit` | select, insert |",
                        "| `control.owner_welcome` | select, insert, update (key, expires_at, sent_at) |");
    }

    /** A line that says so in a migration is a promise, which this keeps. */
    @Test
    void whatIsAppendOnlyIsSoForEverybody() throws SQLException {
        assertThat(Migrations.read(database.owner(), "control").appendOnly()).contains("operator_audit");
        for (String table : Migrations.read(database.owner(), "control").appendOnly()) {
            assertThat(database.lines(
                            "select rolname from pg_roles where rolname ~ '^anteroom_' and rolname <> 'anteroom_owner'"
                                    + " and (has_any_column_privilege(rolname, 'control." + table + "', 'update')"
                                    + " or has_table_privilege(rolname, 'control." + table + "', 'delete, truncate'))"))
                    .isEmpty();
        }
    }

    /** Else who changes a row would need every right that what follows from it needs. */
    @Test
    void whatFollowsFromAChangeIsDoneWithTheOwnersRights() throws SQLException {
        assertThat(
                        database.lines(
                                "select oid::regprocedure::text from pg_proc where pronamespace = 'control'::regnamespace"
                                        + " and prosecdef and not coalesce(proconfig::text like '%search_path=pg_catalog, pg_temp%', false)"))
                .as("would run by whoever's path")
                .isEmpty();
        assertThat(database.lines(
                        "select oid::regprocedure::text from pg_proc where pronamespace = 'control'::regnamespace"
                                + " and prorettype = 'trigger'::regtype and not prosecdef"))
                .isEmpty();
    }

    /** Tables, views and sequences of all schemas but PostgreSQL's own and control, and every schema but those. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void outsideTheControlSchemaNoLoginHasARight(DatabaseLogin login) throws SQLException {
        assertThat(database.lines("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and (n.nspname <> 'control' or '%1$s' ~ '^anteroom_tenant')
                          and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                          and case c.relkind when 'S' then has_sequence_privilege('%1$s', c.oid, 'usage, select, update')
                              else has_any_column_privilege('%1$s', c.oid, 'select, insert, update, references')
                                or has_table_privilege('%1$s', c.oid, 'delete, truncate, trigger, maintain') end""".formatted(login.user()))).isEmpty();
        assertThat(database.lines(
                        "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"
                                + " and (has_schema_privilege('" + login.user() + "', oid, 'create')"
                                + " or has_schema_privilege('" + login.user() + "', oid, 'usage'))"))
                .containsExactlyInAnyOrderElementsOf(
                        login.user().startsWith("anteroom_tenant")
                                ? List.of("extensions", "work")
                                : List.of("control", "extensions", "work"));
        assertThat(database.lines("select 1 where has_database_privilege('" + login.user()
                        + "', current_database(), 'create, temporary')"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORTAL | select owner_email from control.sign_up",
                "PORTAL | select about from control.operator_audit",
                "PORTAL | select session_id from control.operator_session",
                "PORTAL | select session_id from control.spring_session",
                "PORTAL | select content from control.platform_message",
                "PORTAL | select task_instance from control.scheduled_tasks",
                "PORTAL | update control.tenant set state = 'ACTIVE'",
                "PORTAL | select control.add_platform_work('x', 'y', now())",
                "STAFF | select session_id from control.operator_session",
                "STAFF | select owner_email from control.provisioning",
                "SIGNUP | select session_id from control.spring_session",
                "SIGNUP | select content from control.platform_message",
                "SIGNUP | update control.tenant set state = 'ACTIVE'",
                "SIGNUP | insert into control.operator_audit default values",
                "OPERATOR | update control.operator_audit set reason = 'another'",
                "OPERATOR | delete from control.operator_audit",
                "OPERATOR | update control.tenant set slug = 'mine'",
                "OPERATOR | select content from control.platform_message",
                "OPERATOR | select confirmation_key from control.sign_up",
                "WORKER | select about from control.operator_audit",
                "WORKER | insert into control.operator_audit default values",
                "WORKER | select session_id from control.spring_session",
                "TENANT_PORTAL | select slug from control.tenant",
                "PORTAL | select pg_notify('tenant_changed', 'x')",
                "PORTAL | select set_config('role', 'anteroom_operator', false)",
                "CONTROL | set role anteroom_operator",
                "PORTAL | set role anteroom_tenant"
            })
    void whatIsAnothersIsRefused(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = as(login);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_STAFF", "TENANT_PORTAL", "TENANT_WORKER", "TENANT"})
    void aClinicsRoleIsTakenByThoseWhoWorkOnItsDataAndOnlyForATransaction(DatabaseLogin login) throws SQLException {
        try (Connection connection = as(login);
                Statement statement = connection.createStatement()) {
            String read = "select id from " + clinic + ".patient";
            assertThatThrownBy(() -> statement.execute(read)).hasMessageContaining("permission denied");
            connection.setAutoCommit(false);
            statement.execute("select set_config('role', '" + clinic + "', true)");
            assertThatCode(() -> statement.execute(read)).doesNotThrowAnyException();
            connection.commit();
            assertThatThrownBy(() -> statement.execute(read)).hasMessageContaining("permission denied");
        }
    }

    /** One login can be shut out while the others go on. */
    @Test
    void aLoginThatHasNoPasswordIsThereAndLetsNobodyIn() throws SQLException {
        try (Connection superuser = database.superuser()) {
            DatabaseRoles.prepare(
                    superuser,
                    new DatabasePasswords(everybody().all().entrySet().stream()
                            .filter(entry -> entry.getKey() != DatabaseLogin.TENANT_PORTAL)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
            assertThatThrownBy(() -> as(DatabaseLogin.TENANT_PORTAL).close())
                    .hasMessageContaining("not permitted to log in");
            assertThatCode(() -> as(DatabaseLogin.TENANT_STAFF).close()).doesNotThrowAnyException();
            DatabaseRoles.prepare(superuser, everybody());
        }
    }

    private static Connection as(DatabaseLogin login) throws SQLException {
        return database.as(login.user(), everybody().of(login)).getConnection();
    }

    private static List<String> users(Stream<DatabaseLogin> logins) {
        return logins.map(DatabaseLogin::user).sorted().toList();
    }
}
