package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a migration of the fleet, and beside it, while it runs. */
@Timeout(120)
class FleetUnderWayTest {

    static final String COLUMN = "alter table message add column ahead text";

    private static final FleetSettings PATIENT =
            new FleetSettings(1, Duration.ofMinutes(10), 2, Duration.ofMillis(1), null);

    /** Somebody reads a table in a transaction that does not end, so that no change of it can begin. */
    private static Connection reading(Fleet fleet, SchemaId schema) throws SQLException {
        Connection reader = fleet.database().superuser();
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.execute("select count(*) from " + schema.schema() + ".message");
        }
        return reader;
    }

    private static List<String> waiting(Fleet fleet) throws SQLException {
        return fleet.database()
                .lines("select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and usename = 'anteroom_owner'");
    }

    @Test
    void aBusyClinicIsTriedAgainAndHoldsNobodyUp() throws Exception {
        Fleet fleet = Fleet.of(4, 1);
        SchemaId busy = fleet.clinics().get(1);
        CompletableFuture<FleetMigrator.Outcome> run;
        try (Connection reader = reading(fleet, busy)) {
            run = fleet.inBackground(fleet.migrator(fleet.ahead(COLUMN)));
            Fleet.await(() -> Integer.parseInt(fleet.of(busy, "attempts")) > 1
                    && fleet.database()
                            .lines("select count(*) from control.fleet_schema where state = 'current'")
                            .equals(List.of("4")));
            assertThat(fleet.of(busy, "state")).isIn("retrying", "migrating");
            reader.rollback();
        }
        assertThat(run.get()).isEqualTo(new FleetMigrator.Outcome(5, List.of(), false));
        assertThat(fleet.of(busy, "attempts")).isEqualTo("0");
    }

    @Test
    void aClinicThatStaysBusyIsSetAsideInTheEnd() throws Exception {
        Fleet fleet = Fleet.of(2, 0);
        Migrations ahead = fleet.ahead(COLUMN);
        FleetSettings impatient = new FleetSettings(2, Duration.ofMillis(5), 3, Duration.ofMillis(1), null);
        try (Connection reader = reading(fleet, fleet.clinics().getFirst())) {
            assertThat(fleet.migrator(ahead, impatient).migrate().failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.error()).contains("lock timeout"));
            assertThat(fleet.of(fleet.clinics().getFirst(), "attempts")).isEqualTo("3");
            reader.rollback();
        }
        assertThat(fleet.migrator(ahead, impatient).migrate())
                .isEqualTo(new FleetMigrator.Outcome(1, List.of(), false));
    }

    @Test
    void aProcessThatIsKilledIsTakenOverFromAtOnce() throws Exception {
        Fleet fleet = Fleet.of(4, 1);
        SchemaId busy = fleet.clinics().get(1);
        try (Connection reader = reading(fleet, busy)) {
            Process killed = migrating(fleet);
            Fleet.await(() -> !waiting(fleet).isEmpty());
            assertThat(killed.isAlive()).isTrue();
            assertThat(fleet.of(busy, "state")).isEqualTo("migrating");
            assertThat(fleet.of(fleet.clinics().getLast(), "state")).isEqualTo("current");
            assertThat(fleet.of(fleet.clinics().get(2), "state")).isEqualTo("migrating");
            killed.destroyForcibly().waitFor();
            reader.rollback();
        }
        assertThat(fleet.migrator(fleet.ahead(COLUMN)).migrate().failures()).isEmpty();
        assertThat(fleet.versions()).containsExactly("900");
        for (SchemaId clinic : fleet.clinics()) {
            assertThat(fleet.database()
                            .lines("select count(*) from " + clinic.schema()
                                    + ".flyway_schema_history where version = '900'"))
                    .containsExactly("1");
        }
    }

    private static Process migrating(Fleet fleet) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratesUntilKilled.class.getName(),
                        io.anteroom.localservices.postgres.PostgresServer.shared()
                                .jdbcUrl(fleet.database().name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    /** The process that is killed: it waits for a busy table as long as it takes. */
    static final class MigratesUntilKilled {

        public static void main(String[] arguments) {
            var owner = new org.postgresql.ds.PGSimpleDataSource();
            owner.setUrl(arguments[0]);
            owner.setUser(DatabaseRoles.OWNER);
            owner.setPassword("owner");
            Fleet fleet = new Fleet(new TestDatabase("none"), Migrations.read(owner, "tenant"), List.of());
            new FleetMigrator(owner, PATIENT, progress -> {}, () -> fleet.ahead(COLUMN)).migrate();
        }
    }

    @Test
    void aConnectionThatBreaksCostsOneMoreAttempt() throws Exception {
        Fleet fleet = Fleet.of(3, 0);
        SchemaId busy = fleet.clinics().getFirst();
        CompletableFuture<FleetMigrator.Outcome> run;
        try (Connection reader = reading(fleet, busy)) {
            run = fleet.inBackground(fleet.migrator(fleet.ahead(COLUMN), PATIENT));
            Fleet.await(() -> !waiting(fleet).isEmpty());
            fleet.database().run("select pg_terminate_backend(" + waiting(fleet).getFirst() + ")");
            Fleet.await(() -> fleet.of(busy, "attempts").equals("1"));
            reader.rollback();
        }
        assertThat(run.get()).isEqualTo(new FleetMigrator.Outcome(3, List.of(), false));
    }

    @Test
    void twoWhoMigrateAtOnceShareTheWork() throws Exception {
        Fleet fleet = Fleet.of(12, 2);
        Migrations ahead = fleet.ahead(COLUMN);
        CompletableFuture<FleetMigrator.Outcome> one = fleet.inBackground(fleet.migrator(ahead));
        CompletableFuture<FleetMigrator.Outcome> other = fleet.inBackground(fleet.migrator(ahead));
        assertThat(one.get().migrated() + other.get().migrated()).isEqualTo(14);
        assertThat(one.get().failed() + other.get().failed()).isZero();
        assertThat(fleet.versions()).containsExactly("900");
    }

    @Test
    void aSpareThatIsBeingMigratedIsNotHandedOut() throws Exception {
        Fleet fleet = Fleet.of(1, 2);
        SchemaId atWork = fleet.spares().getFirst();
        CompletableFuture<FleetMigrator.Outcome> run;
        try (Connection reader = reading(fleet, atWork)) {
            run = fleet.inBackground(fleet.migrator(fleet.ahead(COLUMN), PATIENT));
            Fleet.await(() -> !waiting(fleet).isEmpty());
            SchemaId taken = fleet.schemas(fleet.today()).claim("first");
            SchemaId built = fleet.schemas(fleet.today()).claim("second");
            assertThat(List.of(taken, built)).doesNotContain(atWork).doesNotHaveDuplicates();
            reader.rollback();
        }
        assertThat(run.get().failures()).isEmpty();
        assertThat(fleet.versions()).containsExactly("900");
        assertThat(fleet.spares()).containsExactly(atWork);
    }

    @Test
    void aSignUpInTheMiddleBringsItsOwnSchemaUpToDate() throws Exception {
        Fleet fleet = Fleet.of(1, 2);
        Migrations ahead = fleet.ahead(COLUMN);
        SchemaId taken;
        CompletableFuture<FleetMigrator.Outcome> run;
        try (Connection reader = reading(fleet, fleet.spares().getFirst())) {
            run = fleet.inBackground(fleet.migrator(ahead, PATIENT));
            Fleet.await(() -> !waiting(fleet).isEmpty());
            taken = fleet.schemas(ahead).claim("in the middle");
            assertThat(fleet.of(taken, "state")).isEqualTo("migrating");
            fleet.schemas(ahead).bringUpToDate(taken);
            assertThat(fleet.of(taken, "state")).isEqualTo("current");
            reader.rollback();
        }
        assertThat(run.get()).isEqualTo(new FleetMigrator.Outcome(2, List.of(), false));
    }

    @Test
    void whatTheOldReleaseBuildsAfterwardsIsCaughtUpWith() throws SQLException {
        Fleet fleet = Fleet.of(1, 1);
        Migrations ahead = fleet.ahead(COLUMN);
        assertThat(fleet.migrator(ahead).migrateLatecomers())
                .as("before the canary has passed")
                .isZero();
        fleet.migrator(ahead).migrate();
        assertThat(fleet.schemas(fleet.today()).claim("gets the spare")).isNotNull();
        SchemaId late = fleet.schemas(fleet.today()).claim("has one built");
        assertThat(fleet.of(late, "state")).isEqualTo("waiting");
        assertThat(fleet.schemas(fleet.today()).refill(3))
                .as("spares of the old release")
                .isZero();
        assertThat(fleet.migrator(ahead).migrateLatecomers()).isEqualTo(1);
        assertThat(fleet.of(late, "state")).isEqualTo("current");
    }

    @Test
    void aSpareThatWasSetAsideIsNeitherHandedOutNorCounted() throws SQLException {
        Fleet fleet = Fleet.of(1, 1);
        SchemaId broken = fleet.spares().getFirst();
        fleet.database().run("alter table " + broken.schema() + ".message add column ahead text");
        Migrations ahead = fleet.ahead(COLUMN);
        assertThat(fleet.migrator(ahead).migrate().failures())
                .containsExactly(new FleetMigrator.Failure(broken, null, fleet.of(broken, "error")));
        assertThat(fleet.schemas(ahead).claim("somebody")).isNotEqualTo(broken);
        assertThat(fleet.schemas(ahead).refill(1)).isEqualTo(1);
    }
}
