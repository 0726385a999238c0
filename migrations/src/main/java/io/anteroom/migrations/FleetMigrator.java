package io.anteroom.migrations;

import io.anteroom.migrations.FleetRegistry.Canary;
import io.anteroom.migrations.FleetRegistry.Leased;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every clinic's schema, and every spare one, to the newest version: what is to be done is rehearsed on an empty
 * schema, then done to one clinic, the canary, then to all others, a few at a time and a transaction each. The registry
 * says which are behind, so that a fleet that is up to date costs a few queries. Runs may be killed, started again and
 * started beside each other at any time; {@code docs/migrating.md} says how.
 */
public final class FleetMigrator {

    private static final Logger log = LoggerFactory.getLogger(FleetMigrator.class);

    /** How many schemas are leased in one statement, for each of those who migrate. */
    private static final int BATCH = 8;

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final DataSource owner;
    private final FleetSettings settings;
    private final Consumer<FleetProgress> watcher;
    private final Upgrades upgrades;
    private final SchemaUpgrade upgrade;
    private final String runner = "pid " + ProcessHandle.current().pid() + " " + UUID.randomUUID();

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}, at least two more than are migrated at once
     * @param parallel how many schemas at once
     */
    public FleetMigrator(DataSource owner, int parallel) {
        this(owner, FleetSettings.standard(parallel), progress -> {});
    }

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}, at least two more than are migrated at once
     * @param watcher is told once a second how far the fleet is, and once more at the end
     */
    public FleetMigrator(DataSource owner, FleetSettings settings, Consumer<FleetProgress> watcher) {
        this(owner, settings, watcher, new Once<>(() -> Migrations.read(owner, "tenant")));
    }

    FleetMigrator(
            DataSource owner,
            FleetSettings settings,
            Consumer<FleetProgress> watcher,
            Supplier<Migrations> migrations) {
        this.owner = owner;
        this.settings = settings;
        this.watcher = watcher;
        this.upgrades = new Upgrades(owner, migrations);
        this.upgrade = new SchemaUpgrade(owner, upgrades, settings.lockWait());
    }

    /**
     * A schema that was set aside.
     *
     * @param slug of the tenant whose it is, null for a spare one
     * @param error why, with no patient's datum in it
     */
    public record Failure(SchemaId id, @Nullable String slug, String error) {}

    /**
     * What has become of the fleet.
     *
     * @param migrated how many schemas this run has brought to the newest version
     * @param failures the schemas that were left as they were
     * @param stopped whether the canary failed, so that no other schema was touched
     */
    public record Outcome(int migrated, List<Failure> failures, boolean stopped) {

        /** How many schemas were set aside. */
        public int failed() {
            return failures.size();
        }
    }

    /**
     * Migrates all that is behind, and returns when nothing is but what was set aside, whoever did it.
     *
     * @throws MigrationException if the files fail on an empty schema, or the registry cannot be reached
     */
    public Outcome migrate() {
        try (Line line = new Line(owner)) {
            line.registry(newest()).begin(settings.canary());
            rehearse(line);
            AtomicInteger migrated = new AtomicInteger();
            boolean passed = canaryPasses(line, migrated);
            if (passed) {
                migrateRest(line, migrated);
                line.registry(newest()).finish();
            }
            watcher.accept(line.registry(newest()).progress());
            return new Outcome(migrated.get(), line.registry(newest()).failures(), !passed);
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be reached; what is done stays done", failed);
        }
    }

    /**
     * Migrates what an older release has built since this version's canary passed, such as the schema of a sign-up in the
     * middle of a roll-out. Nothing before that; what was set aside is left to {@link #migrate}.
     *
     * @return how many schemas
     */
    public int migrateLatecomers() {
        try (Line line = new Line(owner)) {
            AtomicInteger migrated = new AtomicInteger();
            if (line.registry(newest()).hasPassed()) {
                while (migrateBatch(line, migrated)) {
                    log.debug("Looking for more schemas that are behind");
                }
            }
            return migrated.get();
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be reached", failed);
        }
    }

    private int newest() {
        return upgrade.newest();
    }

    private void rehearse(Line line) throws SQLException {
        List<Integer> versions = upgrades.migrations().versions();
        for (int version : line.registry(newest()).versionsBehind()) {
            upgrades.from(versions.indexOf(version) + 1);
        }
    }

    private boolean canaryPasses(Line line, AtomicInteger migrated) throws SQLException {
        Optional<SchemaId> canary = line.registry(newest()).canary();
        while (canary.isPresent()) {
            Canary state = line.registry(newest()).canaryIs(canary.get());
            if (state != Canary.BEHIND) {
                return hasPassed(line, state);
            }
            List<Leased> leased = line.registry(newest()).lease(runner, 1, canary.get());
            if (leased.isEmpty()) {
                lookAgainSoon();
            } else {
                migrate(line, leased.getFirst(), migrated);
            }
        }
        return hasPassed(line, Canary.PASSED);
    }

    private boolean hasPassed(Line line, Canary state) throws SQLException {
        if (state == Canary.FAILED) {
            log.error("The first schema failed to migrate; the others are left alone");
            return false;
        }
        line.registry(newest()).canaryHasPassed();
        return true;
    }

    private void migrateRest(Line line, AtomicInteger migrated) throws SQLException {
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.parallel())) {
            List<Future<?>> workers = Stream.<Runnable>generate(() -> () -> migrateUntilNoneIsLeft(migrated))
                    .limit(settings.parallel())
                    .<Future<?>>map(pool::submit)
                    .toList();
            for (Future<?> worker : workers) {
                await(worker, line);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The migration was interrupted; what is done stays done", stopped);
        } catch (ExecutionException failed) {
            throw new MigrationException("The migration broke off; what is done stays done", failed);
        }
    }

    private void await(Future<?> worker, Line line) throws InterruptedException, ExecutionException, SQLException {
        while (true) {
            try {
                worker.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException busy) {
                watcher.accept(line.registry(newest()).progress());
            }
        }
    }

    private void migrateUntilNoneIsLeft(AtomicInteger migrated) {
        try (Line line = new Line(owner)) {
            while (migrateBatch(line, migrated) || isAnyLeft(line)) {
                log.debug("Looking for more schemas that are behind");
            }
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be reached; what is done stays done", failed);
        }
    }

    /** Whether somebody else is at one, or one is to be tried again; then a moment has passed. */
    private boolean isAnyLeft(Line line) throws SQLException {
        boolean left = line.registry(newest()).isAnyLeft();
        if (left) {
            lookAgainSoon();
        }
        return left;
    }

    /** Whether there was anything to do. */
    private boolean migrateBatch(Line line, AtomicInteger migrated) throws SQLException {
        List<Leased> batch = line.registry(newest()).lease(runner, BATCH, null);
        for (Leased next : batch) {
            migrate(line, next, migrated);
        }
        return !batch.isEmpty();
    }

    private void migrate(Line line, Leased next, AtomicInteger migrated) throws SQLException {
        try {
            if (upgrade.run(line.connection(), next.id(), runner)) {
                migrated.incrementAndGet();
            }
        } catch (MigrationException failed) {
            line.renewIfBroken();
            wentWrong(line.registry(newest()), next, failed);
        }
    }

    private void wentWrong(FleetRegistry registry, Leased schema, MigrationException failed) throws SQLException {
        int attempt = schema.attempts() + 1;
        boolean passing = failed instanceof UpgradeFailedException known && known.isPassing();
        if (passing && attempt < settings.attempts()) {
            log.info("Schema {} is tried again later, attempt {}: {}", schema.id(), attempt, failed.getMessage());
            registry.tryLater(schema.id(), runner, settings.pauseAfter(attempt));
        } else {
            log.error("Schema {} is set aside: {}", schema.id(), failed.getMessage());
            registry.setAside(schema.id(), runner, String.valueOf(failed.getMessage()));
        }
    }

    private static void lookAgainSoon() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The migration was interrupted; what is done stays done", stopped);
        }
    }
}
