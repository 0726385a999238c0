package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Builds a clinic's schema at the newest version in one go: all files in one round trip, with the history rows that
 * Flyway would have written, so that Flyway finds nothing left to do. Some 90 ms where Flyway takes 220.
 */
final class Snapshot {

    private final Migrations migrations;

    Snapshot(Migrations migrations) {
        this.migrations = migrations;
    }

    Migrations migrations() {
        return migrations;
    }

    /** Makes role, schema, tables, history and rights, in the transaction of {@code connection}. */
    void build(Connection connection, SchemaId id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(statement, id.schema()));
            Rights.grant(connection, id.schema(), id.schema(), migrations.appendOnly());
        }
    }

    /** The role and the empty schema alone, which is where Flyway itself can begin. */
    static String emptySchema(String schema) {
        return """
                create role %1$s nologin noinherit;
                grant %1$s to %2$s with inherit false, set true;
                create schema %1$s;
                """.formatted(schema, DatabaseRoles.TENANT);
    }

    private String sql(Statement statement, String schema) throws SQLException {
        StringBuilder sql = new StringBuilder(emptySchema(schema));
        sql.append("set local search_path = ").append(schema).append(", extensions, pg_temp;\n");
        sql.append(History.CREATE);
        int rank = 0;
        for (Migrations.File file : migrations.files()) {
            sql.append(file.sql()).append("\n;\n").append(History.entry(statement, ++rank, file));
        }
        return sql.toString();
    }
}
