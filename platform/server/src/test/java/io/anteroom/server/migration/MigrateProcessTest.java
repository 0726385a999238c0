package io.anteroom.server.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.ControlMigrator;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.migrations.SchemaId;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.server.AnteroomApplication;
import io.anteroom.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The role {@code migrate} as it is started: a process of its own that does its work, says what became of it, and ends. */
@Timeout(180)
class MigrateProcessTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String database = "migrate_process_" + NUMBER.incrementAndGet();
    private final List<SchemaId> clinics = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Three clinics as the first release left them, the last one being the youngest. */
    @BeforeEach
    void clinicsThatAreBehind() throws SQLException {
        PostgresServer.shared().createDatabase(database);
        try (Connection superuser = superuser()) {
            DatabaseRoles.prepare(superuser, Tenants.passwords());
        }
        new ControlMigrator(owner()).migrate();
        TenantSchemas schemas = new TenantSchemas(owner(), new SecureRandom());
        for (int i = 0; i < 3; i++) {
            clinics.add(schemas.claim("clinic " + i));
            setBack(clinics.getLast().schema());
            run("insert into control.tenant (id, slug, name, state, country, zone, currency, created_at)"
                    + " values ('" + clinics.getLast() + "', 'clinic-" + i + "', 'Clinic', 'ACTIVE', 'GB',"
                    + " 'Europe/London', 'GBP', now() + " + i + " * interval '1 day')");
        }
        run("update control.tenant_schema set schema_version = 1");
    }

    private void setBack(String schema) throws SQLException {
        run("drop schema " + schema + " cascade; create schema " + schema + " authorization anteroom_owner");
        Flyway.configure()
                .dataSource(owner())
                .locations("classpath:io/anteroom/migrations/tenant")
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .placeholderReplacement(false)
                .target("1")
                .load()
                .migrate();
    }

    @Test
    void itEndsWellWhenEverySchemaIsUpToDate() throws Exception {
        assertThat(migrate().waitFor()).isZero();
        assertThat(said()).contains("Migrated 3 schemas", "0 failed");
        assertThat(lines("select state from control.fleet_schema")).containsExactly("current", "current", "current");
    }

    @Test
    void itsExitCodeTellsThatAClinicWasSetAside() throws Exception {
        run("create table " + clinics.getFirst().schema() + ".portal_settings (id bigint)");
        assertThat(migrate().waitFor()).isEqualTo(3);
        assertThat(said()).contains("Migrated 2 schemas", "1 failed", "clinic-0", "already exists");
    }

    @Test
    void itsExitCodeTellsThatTheCanaryFailed() throws Exception {
        run("create table " + clinics.getLast().schema() + ".portal_settings (id bigint)");
        assertThat(migrate().waitFor()).isEqualTo(4);
        assertThat(said()).contains("no other schema was touched", "clinic-2");
        assertThat(lines("select count(*) from control.fleet_schema where schema_version > 1"))
                .containsExactly("0");
    }

    @Test
    void killedInTheMiddleAndStartedAgainItGoesOn() throws Exception {
        try (Connection busy = superuser();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("create table " + clinics.get(1).schema() + ".portal_settings (id bigint)");
            Process killed = migrate();
            while (lines("select pid from pg_stat_activity where datname = current_database()"
                            + " and usename = 'anteroom_owner' and wait_event_type = 'Lock'")
                    .isEmpty()) {
                assertThat(killed.isAlive()).as(said()).isTrue();
            }
            killed.destroyForcibly().waitFor();
            busy.rollback();
        }
        assertThat(migrate().waitFor()).isZero();
        assertThat(lines("select distinct state from control.fleet_schema")).containsExactly("current");
    }

    private Process migrate() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnteroomApplication.class.getName(),
                        "--anteroom.roles=migrate",
                        "--anteroom.migrations.url=" + PostgresServer.shared().jdbcUrl(database),
                        "--anteroom.migrations.password=owner",
                        "--anteroom.migrations.lock-wait=10s")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private String said() throws Exception {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    private Connection superuser() throws SQLException {
        return PostgresServer.shared().connect(database);
    }

    private PGSimpleDataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(PostgresServer.shared().jdbcUrl(database));
        owner.setUser(DatabaseRoles.OWNER);
        owner.setPassword("owner");
        return owner;
    }

    private void run(String sql) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> lines(String sql) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
