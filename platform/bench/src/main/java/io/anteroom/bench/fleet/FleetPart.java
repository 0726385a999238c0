package io.anteroom.bench.fleet;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Clinic;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import io.anteroom.migrations.FleetMigrator;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Item 5: a column and an index for each clinic, by the fleet's migrator, by Flyway from one clinic to the next, and as
 * bare statements.
 */
public final class FleetPart implements Part {

    private static final int ROUNDS = 3;
    private static final int PARALLEL = Runtime.getRuntime().availableProcessors();

    /** Beyond the product's own files. */
    private static final int FIRST_VERSION = 9_001;

    /** How many clinics Flyway takes in a round: one takes as long as another. */
    private static final int FLYWAYS = 60;

    private static final String FLYWAYS_VERSION = "9999";

    private final List<URL> releases = new ArrayList<>();
    private int bareRound;
    private int flywayRound;

    @Override
    public Set<Integer> items() {
        return Set.of(5);
    }

    @Override
    public String title() {
        return "5  Migrating the fleet";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        LoggingSystem.get(FleetPart.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.ERROR);
        Path folder = Files.createTempDirectory("anteroom-bench");
        List<Figures> figures = Rounds.in("ms a clinic")
                .way("the fleet migrated", () -> fleet(house, folder))
                .way("the bare statements", () -> bare(house))
                .way("Flyway, one clinic after the other", () -> flyway(house, folder))
                .run(ROUNDS);
        report.ratio(
                5,
                figures.get(0),
                figures.get(1),
                Aim.atMost(2),
                "rehearsal, canary, locks, history and registry included, " + PARALLEL
                        + " at once; the bare statements one message a clinic, one after the other");
        report.ratio(
                5,
                figures.get(2),
                figures.get(0),
                Aim.atLeast(10),
                "Flyway takes " + FLYWAYS + " clinics in each of the three rounds, and none of them twice");
    }

    private static String sql(String column) {
        return "alter table message add column " + column + " text; create index on message (" + column + ")";
    }

    private double fleet(House house, Path folder) throws Exception {
        int round = releases.size() + 1;
        Path release = Files.createDirectories(folder.resolve("release-" + round));
        String name = "V" + (FIRST_VERSION + round) + "__fleet.sql";
        Files.writeString(
                Files.createDirectories(release.resolve(TenantFiles.FOLDER)).resolve(name), sql("fleet_" + round));
        releases.add(url(release));
        FleetMigrator.Outcome[] outcome = new FleetMigrator.Outcome[1];
        double millis = withReleases(() ->
                millis(() -> outcome[0] = new FleetMigrator(house.database().owner(), PARALLEL).migrate()));
        if (outcome[0].failed() > 0 || outcome[0].migrated() < house.clinics().size()) {
            throw new IllegalStateException("The fleet was not migrated: " + outcome[0]);
        }
        return millis / outcome[0].migrated();
    }

    /** Has the migrator find the releases made so far beside the product's own files. */
    private double withReleases(Callable<Double> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(releases.toArray(URL[]::new), before)) {
            thread.setContextClassLoader(loader);
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private double bare(House house) throws Exception {
        String column = "bare_" + ++bareRound;
        double millis = millis(() -> {
            try (Connection connection = house.database().owner().getConnection();
                    Statement statement = connection.createStatement()) {
                for (Clinic clinic : house.clinics()) {
                    String table = clinic.id().schema() + ".message";
                    statement.execute(sql(column)
                            .replace("table message", "table " + table)
                            .replace("on message", "on " + table));
                }
            }
            return column;
        });
        return millis / house.clinics().size();
    }

    /** Flyway sees none of the fleet's files, and is told not to mind. */
    private double flyway(House house, Path folder) throws Exception {
        int part = flywayRound++;
        int count = Math.min(FLYWAYS, house.clinics().size() / ROUNDS);
        List<Clinic> clinics =
                house.clinics().stream().skip((long) part * count).limit(count).toList();
        Path files = Files.createDirectories(folder.resolve("flyway"));
        Files.writeString(files.resolve("V" + FLYWAYS_VERSION + "__flyway.sql"), sql("flyway"));
        DataSource owner = house.database().owner();
        double millis = millis(() -> {
            for (Clinic clinic : clinics) {
                Flyway.configure()
                        .dataSource(owner)
                        .locations("classpath:" + TenantFiles.FOLDER, "filesystem:" + files)
                        .schemas(clinic.id().schema())
                        .defaultSchema(clinic.id().schema())
                        .createSchemas(false)
                        .placeholderReplacement(false)
                        .outOfOrder(true)
                        .ignoreMigrationPatterns("*:missing")
                        .loggers("slf4j")
                        .load()
                        .migrate();
            }
            return clinics;
        });
        forget(owner, clinics);
        return millis / clinics.size();
    }

    /** So that the history is again what the fleet's files say. */
    private static void forget(DataSource owner, List<Clinic> clinics) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (Clinic clinic : clinics) {
                statement.execute("delete from " + clinic.id().schema() + ".flyway_schema_history where version = '"
                        + FLYWAYS_VERSION + "'");
            }
        }
    }

    private static double millis(Callable<?> work) throws Exception {
        long began = System.nanoTime();
        work.call();
        return (System.nanoTime() - began) / 1e6;
    }

    private static URL url(Path folder) throws MalformedURLException {
        URI uri = folder.toUri();
        return uri.toURL();
    }
}
