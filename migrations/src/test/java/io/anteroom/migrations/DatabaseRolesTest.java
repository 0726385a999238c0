package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRolesTest {

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @BeforeAll
    static void prepared() throws SQLException {
        database = TestDatabase.prepared("roles");
        new ControlMigrator(database.owner()).migrate();
        database.run("do $$ begin if not exists (select from pg_roles where rolname = 't_rolestestaaa') then"
                + " create role t_rolestestaaa; end if; end $$;"
                + " grant t_rolestestaaa to anteroom_tenant with inherit false, set true");
    }

    @Test
    void preparingAgainChangesNothing() {
        assertThatCode(() -> TestDatabase.prepared("roles")).doesNotThrowAnyException();
        assertThatCode(() -> new ControlMigrator(database.owner()).migrate()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('role', 'none', false)",
                "update pg_settings set setting = 'none' where name = 'role'",
                "create temporary table patient (id bigint)",
                "create table public.patient (id bigint)",
                "create schema mine",
                "select pg_notify('tenant_changed', 'x')",
                "select lo_create(0)",
                "select id from control.tenant",
                "select control.put_work('tenant-work', 'aaaaaaaaaaaa', 'mail', '1', now())",
                "select control.put_work('tenant-work', 'aaaaaaaaaaaa', 'mail', '1', now(), true)",
                "select patients from control.tenant_usage",
                "select control.add_platform_work('mail', '1', now())",
                "select control.add_urgent_platform_work('mail', '1', now())"
            })
    void aTenantsRoleMayNot(String sql) throws SQLException {
        try (Connection tenant = database.as(DatabaseRoles.TENANT, "tenant").getConnection();
                Statement statement = tenant.createStatement()) {
            statement.execute("set role t_rolestestaaa");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void onlyASuperuserCanPrepareADatabaseAndOthersAreToldSo() throws SQLException {
        try (Connection owner = database.owner().getConnection()) {
            assertThatThrownBy(() -> DatabaseRoles.prepare(owner, new DatabasePasswords("a", "b", "c")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("Only a superuser");
        }
    }

    /** As where a dump was restored by somebody who may not revoke. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "execute on function pg_catalog.set_config(text, text, boolean)",
                "update on pg_catalog.pg_settings",
                "temporary on database roles_lost"
            })
    void aDatabaseWithoutTheFloorUnderItsTenantsIsNotMigrated(String right) throws SQLException {
        TestDatabase lost = TestDatabase.prepared("roles_lost");
        lost.run("grant " + right + " to public");

        assertThatThrownBy(() -> new ControlMigrator(lost.owner()).migrate())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("not prepared");
    }

    @Test
    void workIsLeftOnlyByATenantAndOnlyForItself() throws SQLException {
        try (Connection tenant = database.as(DatabaseRoles.TENANT, "tenant").getConnection();
                Statement statement = tenant.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select work.add('mail', '1', now())"))
                    .hasMessageContaining("only a tenant");
            assertThatThrownBy(() -> statement.execute("select work.add_urgent('mail', '1', now())"))
                    .hasMessageContaining("only a tenant");
            statement.execute("set role t_rolestestaaa");
            statement.execute("select work.add('mail', '1', now())");
            statement.execute("select work.add_urgent('mail', '2', now())");
        }
        assertThat(database.lines("select task_name || ' ' || task_instance || ' ' || tenant_id || ' ' || priority"
                        + " from control.scheduled_tasks order by 1"))
                .containsExactly(
                        "tenant-work rolestestaaa:mail:1 rolestestaaa 0",
                        "tenant-work rolestestaaa:mail:2 rolestestaaa 1");
    }

    @Test
    void usageIsReportedOnlyByATenantAndOnlyItsOwn() throws SQLException {
        database.run("insert into control.tenant_schema (id, state, claimed_for, schema_version) values"
                + " ('rolestestaaa', 'taken', 'roles', 1), ('rolestestbbb', 'taken', 'roles 2', 1);"
                + " insert into control.tenant (id, slug, name, state, country, zone, currency) values"
                + " ('rolestestaaa', 'roles-a', 'A', 'ACTIVE', 'GB', 'Europe/London', 'GBP'),"
                + " ('rolestestbbb', 'roles-b', 'B', 'ACTIVE', 'GB', 'Europe/London', 'GBP');"
                + " insert into control.tenant_usage values ('rolestestbbb', 7, 7, 7, now())");
        try (Connection tenant = database.as(DatabaseRoles.TENANT, "tenant").getConnection();
                Statement statement = tenant.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select work.report_usage(1, 2, 3, now())"))
                    .hasMessageContaining("only a tenant");
            statement.execute("set role t_rolestestaaa");
            statement.execute("select work.report_usage(1, 2, 3, now())");
            statement.execute("select work.report_usage(4, 5, 6, now())");
        }
        assertThat(database.lines("select tenant_id || ' ' || patients || ' ' || sign_ins || ' ' || messages"
                        + " from control.tenant_usage order by 1"))
                .containsExactly("rolestestaaa 4 5 6", "rolestestbbb 7 7 7");
    }
}
