package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every clinic's schema, and every spare one, to the newest version. The registry says which are behind, so that
 * a fleet that is up to date costs one query. A spare schema goes first as the canary; if it fails, no clinic is touched.
 * Several processes may run at once: each schema is leased by one.
 */
public final class FleetMigrator {

    private static final Logger log = LoggerFactory.getLogger(FleetMigrator.class);

    private final DataSource owner;
    private final int parallel;
    private final SchemaUpgrade upgrade;

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}, at least three for each schema at work
     * @param parallel how many schemas at once; two to four are enough for one PostgreSQL
     */
    public FleetMigrator(DataSource owner, int parallel) {
        this.owner = owner;
        this.parallel = parallel;
        this.upgrade = new SchemaUpgrade(owner);
    }

    /**
     * What a run did.
     *
     * @param migrated schemas brought to the newest version
     * @param failed schemas left as they were; the registry holds why
     */
    public record Outcome(int migrated, int failed) {

        Outcome plus(Outcome other) {
            return new Outcome(migrated + other.migrated, failed + other.failed);
        }
    }

    /** Tries each schema that is behind once. What failed in an earlier run is tried again. */
    public Outcome migrate() {
        update("update control.tenant_schema set error = null where error is not null");
        Outcome canary = migrateNext();
        if (canary.failed() > 0) {
            log.error("The first schema failed to migrate; the others are left alone");
            return canary;
        }
        return canary.plus(migrateRest());
    }

    private Outcome migrateRest() {
        List<Callable<Outcome>> workers = Collections.nCopies(parallel, this::migrateUntilNoneIsLeft);
        try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
            Outcome sum = new Outcome(0, 0);
            for (Future<Outcome> worker : pool.invokeAll(workers)) {
                sum = sum.plus(worker.get());
            }
            return sum;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The migration was interrupted; what is done stays done", stopped);
        } catch (ExecutionException failed) {
            throw new MigrationException("The migration broke off; what is done stays done", failed);
        }
    }

    private Outcome migrateUntilNoneIsLeft() {
        Outcome sum = new Outcome(0, 0);
        for (Outcome next = migrateNext(); next.migrated() + next.failed() > 0; next = migrateNext()) {
            sum = sum.plus(next);
        }
        return sum;
    }

    private Outcome migrateNext() {
        Optional<SchemaId> leased = lease();
        return leased.map(this::migrate).orElse(new Outcome(0, 0));
    }

    private Outcome migrate(SchemaId id) {
        try {
            upgrade.run(id);
            return new Outcome(1, 0);
        } catch (RuntimeException failed) {
            log.error("Schema {} failed to migrate", id, failed);
            upgrade.enter(id, 0, String.valueOf(failed.getMessage()));
            return new Outcome(0, 1);
        }
    }

    private Optional<SchemaId> lease() {
        try (Connection connection = owner.getConnection();
                PreparedStatement next = connection.prepareStatement("""
                        update control.tenant_schema
                        set leased_until = now() + interval '30 minutes', attempts = attempts + 1
                        where id = (select id from control.tenant_schema
                                    where schema_version < ? and error is null
                                      and (leased_until is null or leased_until < now())
                                    order by state = 'taken', built_at limit 1 for update skip locked)
                        returning id""")) {
            next.setInt(1, upgrade.newest());
            try (ResultSet row = next.executeQuery()) {
                return row.next() ? Optional.of(new SchemaId(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be read", failed);
        }
    }

    private void update(String sql) {
        try (Connection connection = owner.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be written", failed);
        }
    }
}
