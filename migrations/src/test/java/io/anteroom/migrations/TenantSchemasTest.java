package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TenantSchemasTest {

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static TenantSchemas schemas;

    @BeforeAll
    static void migrated() throws SQLException {
        database = TestDatabase.prepared("schemas");
        new ControlMigrator(database.owner()).migrate();
        schemas = new TenantSchemas(database.owner(), new SecureRandom());
    }

    @Test
    void theSameClaimantGetsTheSameSchemaAndAnotherOneAnother() {
        SchemaId first = schemas.claim("sign-up 1");
        assertThat(schemas.claim("sign-up 1")).isEqualTo(first);
        assertThat(schemas.claim("sign-up 2")).isNotEqualTo(first);
    }

    @Test
    void aSpareIsHandedOutRatherThanBuilt() throws SQLException {
        schemas.refill(1);
        List<String> spares = database.lines("select id from control.tenant_schema where state = 'spare'");
        assertThat(spares).contains(schemas.claim("takes a spare").value());
    }

    @Test
    void refillingStopsAtTheNumberWanted() throws SQLException {
        schemas.refill(3);
        assertThat(schemas.refill(3)).isZero();
        assertThat(database.lines("select count(*) from control.tenant_schema where state = 'spare'"))
                .containsExactly("3");
    }

    @Test
    void manyAtOnceInAFreshProcessDoNotKeepConnectionsFromEachOther() {
        Set<SchemaId> taken = ConcurrentHashMap.newKeySet();
        var few = new HikariConfig();
        few.setDataSource(database.owner());
        few.setMaximumPoolSize(3);
        try (var pool = new HikariDataSource(few);
                ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            var fresh = new TenantSchemas(pool, new SecureRandom());
            for (int i = 0; i < 6; i++) {
                String claimant = "with few connections " + i;
                together.execute(() -> {
                    SchemaId schema = fresh.claim(claimant);
                    fresh.bringUpToDate(schema);
                    taken.add(schema);
                });
            }
        }
        assertThat(taken).hasSize(6);
    }

    @Test
    void claimsAtTheSameTimeNeverShareASchema() {
        Set<SchemaId> taken = ConcurrentHashMap.newKeySet();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                String claimant = "at once " + i;
                together.execute(() -> taken.add(schemas.claim(claimant)));
                together.execute(() -> taken.add(schemas.claim(claimant)));
            }
        }
        assertThat(taken).hasSize(6);
    }

    @Test
    void aBuildThatFailsLeavesNeitherRoleNorSchema() throws SQLException {
        List<String> before = database.lines("select rolname from pg_roles order by 1");
        database.run(
                "alter table control.tenant_schema add constraint no_more check (built_at < '2000-01-01') not valid");
        try {
            assertThatThrownBy(() -> schemas.refill(50)).isInstanceOf(MigrationException.class);
        } finally {
            database.run("alter table control.tenant_schema drop constraint no_more");
        }
        assertThat(database.lines("select rolname from pg_roles order by 1")).isEqualTo(before);
    }

    @Test
    void theTenantLoginEntersTheSchemaOnlyThroughItsRole() throws SQLException {
        String schema = schemas.claim("entered").schema();
        try (Connection tenant = database.as(DatabaseRoles.TENANT, "tenant").getConnection();
                Statement statement = tenant.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select id from " + schema + ".message"))
                    .hasMessageContaining("permission denied");
            statement.execute("set role " + schema);
            statement.execute("select id from " + schema + ".message");
            assertThatThrownBy(() -> statement.execute("select version from " + schema + ".flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theControlLoginSeesTheRegistryAndNoClinic() throws SQLException {
        String schema = schemas.claim("not seen").schema();
        try (Connection control = database.as(DatabaseRoles.CONTROL, "control").getConnection();
                Statement statement = control.createStatement()) {
            statement.execute("select id, slug from control.tenant");
            assertThatThrownBy(() -> statement.execute("select id from " + schema + ".message"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("set role " + schema)).hasMessageContaining("permission denied");
        }
    }
}
