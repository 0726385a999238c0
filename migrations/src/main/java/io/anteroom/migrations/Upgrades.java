package io.anteroom.migrations;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What is to be done to a schema at which some files were applied already. It is found out once for all such schemas, by
 * doing it to an empty one in a transaction that is rolled back: which relations are new and need rights, and that the
 * files can be applied at all, before anything of a clinic is touched.
 */
final class Upgrades {

    private final DataSource owner;
    private final Supplier<Migrations> migrations;
    private final Map<Integer, Upgrade> known = new ConcurrentHashMap<>();

    Upgrades(DataSource owner, Supplier<Migrations> migrations) {
        this.owner = owner;
        this.migrations = migrations;
    }

    /**
     * What is missing in some schemas.
     *
     * @param files to be applied, in order; none if nothing is missing
     * @param added relations that appear with them and have no rights yet
     * @param appendOnly the append-only ones among those, and older tables that become so
     */
    record Upgrade(List<Migrations.File> files, Relations added, Set<String> appendOnly) {

        /** What to add to a statement so that the role of {@code schema} has its rights there. */
        String rights(String schema) {
            return Rights.sql(schema, schema, added, appendOnly);
        }
    }

    Migrations migrations() {
        return migrations.get();
    }

    /** What is missing where the first {@code applied} files were applied. */
    Upgrade from(int applied) {
        return known.computeIfAbsent(applied, this::rehearse);
    }

    private Upgrade rehearse(int applied) {
        List<Migrations.File> files = migrations().files();
        Migrations pending = new Migrations(files.subList(applied, files.size()));
        if (pending.files().isEmpty()) {
            return new Upgrade(List.of(), Relations.NONE, Set.of());
        }
        String schema = SchemaId.random(new SecureRandom()).schema();
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create schema " + schema + "; set local search_path = " + schema + ", extensions, pg_temp");
                for (Migrations.File file : files.subList(0, applied)) {
                    statement.execute(file.sql());
                }
                Relations before = Relations.of(connection, schema);
                for (Migrations.File file : pending.files()) {
                    apply(statement, file);
                }
                Relations added = Relations.of(connection, schema).without(before);
                return new Upgrade(pending.files(), added, pending.appendOnly());
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new MigrationException("The migration was not rehearsed", failed);
        }
    }

    private static void apply(Statement statement, Migrations.File file) {
        try {
            statement.execute(file.sql());
        } catch (SQLException failed) {
            throw new MigrationException(
                    file.script() + " fails on an empty schema already; no clinic was touched", failed);
        }
    }
}
