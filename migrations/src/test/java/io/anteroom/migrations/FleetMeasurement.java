package io.anteroom.migrations;

import io.anteroom.localservices.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * Measures what {@code docs/migrating.md} says, on the machine at hand: a column and an index for each schema, by the bare
 * statements one schema after the other, by the fleet's migrator, and by Flyway in a loop, in turns. It asserts nothing and
 * runs only when asked, with the number of schemas as {@code anteroom.measure}.
 */
@EnabledIfSystemProperty(named = "anteroom.measure", matches = "\\d+")
@SuppressWarnings("SystemOut")
class FleetMeasurement {

    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void aColumnAndAnIndexEach() throws Exception {
        int number = Integer.getInteger("anteroom.measure");
        Fleet fleet = Fleet.of(1, number - 1);
        List<SchemaId> all = new ArrayList<>(fleet.spares());
        all.addAll(fleet.clinics());
        DataSource owner = pooled(fleet);
        double[] sums = new double[3];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] took = {bare(owner, all, round), fleet(owner, fleet, round), flyway(owner, all, round)};
            System.out.printf(
                    "round %d, ms a schema: bare statements %.2f, fleet %.2f, Flyway %.2f%n",
                    round, took[0] / number, took[1] / number, took[2] / number);
            for (int way = 0; way < took.length; way++) {
                sums[way] += took[way];
            }
        }
        System.out.printf("%d schemas: fleet / bare statements  %.2f%n", number, sums[1] / sums[0]);
        System.out.printf("%d schemas: Flyway's loop / fleet    %.1f%n", number, sums[2] / sums[1]);
    }

    private static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String sql(String column) {
        return "alter table message add column " + column + " text; create index on message (" + column + ")";
    }

    private static double bare(DataSource owner, List<SchemaId> all, int round) throws Exception {
        return millis(() -> {
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                for (SchemaId id : all) {
                    statement.execute(sql("bare_" + round).replace("message", id.schema() + ".message"));
                }
            }
            return null;
        });
    }

    /** The earlier rounds' files are there too, as in a release. */
    private static double fleet(DataSource owner, Fleet fleet, int round) throws Exception {
        List<Migrations.File> files = new ArrayList<>(fleet.today().files());
        for (int i = 1; i <= round; i++) {
            files.add(new Migrations.File(
                    String.valueOf(900 + i), "fleet", "SQL", "V" + (900 + i) + "__fleet.sql", i, sql("fleet_" + i)));
        }
        Migrations release = new Migrations(files);
        return millis(
                () -> new FleetMigrator(owner, FleetSettings.standard(4), progress -> {}, () -> release).migrate());
    }

    /** Flyway sees none of the fleet's files, and is told not to mind. */
    private double flyway(DataSource owner, List<SchemaId> all, int round) throws Exception {
        Path ours = Files.createDirectory(folder.resolve("round-" + round));
        Files.writeString(ours.resolve("V950__flyway.sql"), sql("flyway_" + round));
        double took = millis(() -> {
            for (SchemaId id : all) {
                Flyway.configure()
                        .dataSource(owner)
                        .locations("classpath:io/anteroom/migrations/tenant", "filesystem:" + ours)
                        .schemas(id.schema())
                        .defaultSchema(id.schema())
                        .createSchemas(false)
                        .placeholderReplacement(false)
                        .outOfOrder(true)
                        .ignoreMigrationPatterns("*:missing")
                        .loggers("slf4j")
                        .load()
                        .migrate();
            }
            return null;
        });
        forget(owner, all);
        return took;
    }

    /** So that the history is again what the fleet's files say. */
    private static void forget(DataSource owner, List<SchemaId> all) throws Exception {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (SchemaId id : all) {
                statement.execute("delete from " + id.schema() + ".flyway_schema_history where version = '950'");
            }
        }
    }

    @SuppressWarnings("deprecation")
    private static DataSource pooled(Fleet fleet) {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setUrl(PostgresServer.shared().jdbcUrl(fleet.database().name()));
        pool.setUser(DatabaseRoles.OWNER);
        pool.setPassword("owner");
        pool.setMaxConnections(10);
        return pool;
    }
}
