package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * The clinics' schemas. A few spare ones, fully built and opaquely named, wait to be taken, so that a sign-up costs one
 * update and not the hundred milliseconds of building.
 */
public final class TenantSchemas {

    private final DataSource owner;
    private final RandomGenerator random;
    private final Supplier<Snapshot> snapshot;
    private final SchemaUpgrade upgrade;

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}
     * @param random a cryptographic source: a schema's name must not be guessable
     */
    public TenantSchemas(DataSource owner, RandomGenerator random) {
        this(owner, random, new Once<>(() -> Migrations.read(owner, "tenant")));
    }

    TenantSchemas(DataSource owner, RandomGenerator random, Supplier<Migrations> migrations) {
        this.owner = owner;
        this.random = random;
        this.snapshot = new Once<>(() -> new Snapshot(migrations.get()));
        this.upgrade = new SchemaUpgrade(
                owner,
                new Upgrades(owner, migrations),
                FleetSettings.standard(1).lockWait());
    }

    /**
     * Takes a schema for {@code claimant}, building one if no spare is left. Asking again for the same claimant gives
     * the same schema, however often and from wherever it is asked.
     *
     * @param claimant who takes it, up to 200 characters, such as the id of a sign-up
     */
    public SchemaId claim(String claimant) {
        Snapshot template = snapshot.get(); // needs connections, which many who hold one each would keep from it
        try (Connection connection = owner.getConnection()) {
            Optional<SchemaId> taken = take(connection, claimant);
            if (taken.isEmpty()) {
                build(connection, template);
                taken = take(connection, claimant);
            }
            // Somebody else may have taken the one just built; then there is another sign-up's worth of luck to try.
            return taken.isPresent() ? taken.get() : claim(claimant);
        } catch (SQLException failed) {
            throw new MigrationException("No schema could be taken", failed);
        }
    }

    private static Optional<SchemaId> take(Connection connection, String claimant) throws SQLException {
        try (PreparedStatement claimed =
                connection.prepareStatement("select id from control.tenant_schema where claimed_for = ?")) {
            claimed.setString(1, claimant);
            Optional<SchemaId> before = id(claimed);
            if (before.isPresent()) {
                return before;
            }
        }
        try (PreparedStatement claim = connection.prepareStatement("""
                update control.tenant_schema set state = 'taken', claimed_for = ?, claimed_at = now()
                where id = (select id from control.tenant_schema where state = 'spare' and error is null
                            order by schema_version desc, built_at limit 1 for update skip locked)
                returning id""")) {
            claim.setString(1, claimant);
            return id(claim);
        } catch (SQLException failed) {
            if ("23505".equals(failed.getSQLState())) {
                return take(connection, claimant);
            }
            throw failed;
        }
    }

    private static Optional<SchemaId> id(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new SchemaId(row.getString(1))) : Optional.empty();
        }
    }

    /**
     * Builds spare schemas until {@code wanted} wait. Only one caller at a time builds; the others leave at once. So
     * does a release that is being replaced: what it would build were behind from the start.
     *
     * @return how many were built
     */
    public int refill(int wanted) {
        Snapshot template = snapshot.get();
        try (Connection lock = owner.getConnection();
                Connection connection = owner.getConnection()) {
            lock.setAutoCommit(false);
            int built = 0;
            if (isFirst(lock) && !isOutdated(connection)) {
                for (int missing = wanted - spares(connection); built < missing; built++) {
                    build(connection, template);
                }
            }
            lock.rollback();
            lock.setAutoCommit(true);
            return built;
        } catch (SQLException failed) {
            throw new MigrationException("Spare schemas could not be built", failed);
        }
    }

    /** Brings a schema that was built before the last release to the newest version; nothing for one that is. */
    public void bringUpToDate(SchemaId id) {
        try {
            if (version(id) < upgrade.newest()) {
                upgrade.run(id);
            }
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be read", failed);
        }
    }

    private int version(SchemaId id) throws SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select schema_version from control.tenant_schema where id = ?")) {
            query.setString(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("No schema " + id);
                }
                return row.getInt(1);
            }
        }
    }

    private static boolean isFirst(Connection connection) throws SQLException {
        return number(connection, "select pg_try_advisory_xact_lock(hashtext('anteroom spares'))::int") == 1;
    }

    private boolean isOutdated(Connection connection) throws SQLException {
        return number(
                        connection,
                        "select coalesce(max(version), 0) from control.fleet_migration where passed_at is not null")
                > upgrade.newest();
    }

    private static int spares(Connection connection) throws SQLException {
        return number(connection, "select count(*) from control.tenant_schema where state = 'spare' and error is null");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private SchemaId build(Connection connection, Snapshot template) throws SQLException {
        SchemaId id = SchemaId.random(random);
        connection.setAutoCommit(false);
        try {
            template.build(connection, id);
            connection.commit();
            return id;
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
