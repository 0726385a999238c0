package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings one schema to the newest version in one transaction: the tables, Flyway's history, the rights and the row of the
 * registry change together or not at all. The lock of that row is what keeps two from the same schema.
 */
final class SchemaUpgrade {

    private final DataSource owner;
    private final Upgrades upgrades;
    private final Duration lockWait;

    SchemaUpgrade(DataSource owner, Upgrades upgrades, Duration lockWait) {
        this.owner = owner;
        this.upgrades = upgrades;
        this.lockWait = lockWait;
    }

    int newest() {
        return upgrades.migrations().newest();
    }

    /** Applies what is missing, after whoever else is at that schema. */
    void run(SchemaId id) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, id, null);
        } catch (SQLException failed) {
            throw new MigrationException("Schema " + id + " was not brought up to date", failed);
        }
    }

    /**
     * Applies what is missing, unless somebody else has the lease of that schema.
     *
     * @param connection which does not commit by itself; it stands at a new transaction afterwards, or is broken
     * @param holder who must still have the lease of it, null for whoever comes
     * @return whether nobody else had it
     * @throws UpgradeFailedException if the schema was left as it was
     */
    boolean run(Connection connection, SchemaId id, @Nullable String holder) {
        try {
            boolean done = upgrade(connection, id, holder);
            connection.commit();
            return done;
        } catch (SQLException failed) {
            rollBack(connection);
            throw UpgradeFailedException.of("At its beginning or end", failed);
        } catch (RuntimeException failed) {
            rollBack(connection);
            throw failed;
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // Then there is no transaction any more.
        }
    }

    private boolean upgrade(Connection connection, SchemaId id, @Nullable String holder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            OptionalInt applied = enter(statement, id, holder);
            if (applied.isEmpty()) {
                return false;
            }
            change(statement, id, applied.getAsInt());
            return true;
        }
    }

    /**
     * In one round trip: takes the lock of the registry's row, reads how far the schema is, and sets the scene. A server
     * that works on for a process that was killed notices within seconds, and gives up what it was doing.
     */
    private OptionalInt enter(Statement statement, SchemaId id, @Nullable String holder) throws SQLException {
        String leased = holder == null ? "" : " and leased_by = " + statement.enquoteLiteral(holder);
        statement.execute("select id from control.tenant_schema where id = '" + id + "'" + leased
                + " for no key update"
                + ";\n" + History.query(id.schema())
                + ";\nset local lock_timeout = '" + lockWait.toMillis() + "ms'"
                + ";\nset local client_connection_check_interval = '2s'"
                + ";\nset local search_path = " + id.schema() + ", extensions, pg_temp");
        try (ResultSet row = statement.getResultSet()) {
            if (!row.next()) {
                return OptionalInt.empty();
            }
        }
        statement.getMoreResults();
        try (ResultSet rows = statement.getResultSet()) {
            return OptionalInt.of(History.applied(rows, upgrades.migrations().files()));
        }
    }

    /**
     * What is ours goes before the files, in one message with the first: a statement that comes after a change of tables
     * pays for all that the server has to forget.
     */
    private void change(Statement statement, SchemaId id, int applied) throws SQLException {
        Upgrades.Upgrade upgrade = upgrades.from(applied);
        String before = """
                update control.tenant_schema
                set schema_version = greatest(schema_version, %d), migrated_at = now(), error = null, attempts = 0,
                    retry_at = null, leased_by = null, leased_until = null
                where id = '%s';
                """.formatted(newest(), id);
        int rank = applied;
        for (Migrations.File file : upgrade.files()) {
            apply(statement, before + History.entry(statement, ++rank, file), file);
            before = "";
        }
        String rest = before + upgrade.rights(id.schema());
        if (!rest.isEmpty()) {
            statement.execute(rest);
        }
    }

    private static void apply(Statement statement, String before, Migrations.File file) {
        try {
            statement.execute(before + file.sql());
        } catch (SQLException failed) {
            throw UpgradeFailedException.of(file.script(), failed);
        }
    }
}
