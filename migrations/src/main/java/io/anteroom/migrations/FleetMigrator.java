package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private final Supplier<Migrations> migrations;

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}, at least three for each schema at work
     * @param parallel how many schemas at once; two to four are enough for one PostgreSQL
     */
    public FleetMigrator(DataSource owner, int parallel) {
        this.owner = owner;
        this.parallel = parallel;
        this.migrations = new Once<>(() -> Migrations.read(owner, "tenant"));
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
        try (ExecutorService workers = Executors.newFixedThreadPool(parallel)) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                running.add(workers.submit(this::migrateUntilNoneIsLeft));
            }
            return running.stream().map(Future::resultNow).reduce(new Outcome(0, 0), Outcome::plus);
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
        try (Connection connection = owner.getConnection()) {
            Migrations.flyway(owner, "tenant", id.schema(), "set lock_timeout = '5s'")
                    .migrate();
            Rights.grant(connection, id.schema(), id.schema(), migrations.get().appendOnly());
            finish(id, migrations.get().newest(), null);
            return new Outcome(1, 0);
        } catch (SQLException | RuntimeException failed) {
            log.error("Schema {} failed to migrate", id, failed);
            finish(id, 0, String.valueOf(failed.getMessage()));
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
            next.setInt(1, migrations.get().newest());
            try (ResultSet row = next.executeQuery()) {
                return row.next() ? Optional.of(new SchemaId(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be read", failed);
        }
    }

    private void finish(SchemaId id, int version, @Nullable String error) {
        try (Connection connection = owner.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update control.tenant_schema
                        set schema_version = greatest(schema_version, ?), error = left(?, 2000), leased_until = null,
                            attempts = case when ?::text is null then 0 else attempts end
                        where id = ?""")) {
            update.setInt(1, version);
            update.setString(2, error);
            update.setString(3, error);
            update.setString(4, id.value());
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be written", failed);
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
