package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Builds a clinic's schema at the newest version in one go: all files in one round trip, with the history rows that
 * Flyway would have written, so that Flyway finds nothing left to do. Some 90 ms where Flyway takes 220.
 */
final class Snapshot {

    private final Migrations migrations;

    /** What the files make. Only the names are used, which are the same in each schema. */
    private volatile @Nullable Relations relations;

    Snapshot(Migrations migrations) {
        this.migrations = migrations;
    }

    /**
     * Makes role, schema, tables, history, rights and the row of the registry, in the transaction of {@code connection}:
     * in one message, but for the first time, when it has to look what the files have made.
     */
    void build(Connection connection, SchemaId id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Relations known = relations;
            if (known == null) {
                statement.execute(sql(statement, id));
                known = Relations.of(connection, id.schema());
                statement.execute(rights(id, known));
                relations = known;
            } else {
                statement.execute(sql(statement, id) + rights(id, known));
            }
        }
    }

    private String rights(SchemaId id, Relations all) {
        return Rights.onAll(id.schema(), id.schema(), all, migrations.appendOnly());
    }

    /** The role and the empty schema alone, which is where Flyway itself can begin. */
    static String emptySchema(String schema) {
        return """
                create role %1$s nologin noinherit;
                grant %1$s to %2$s with inherit false, set true;
                create schema %1$s;
                """.formatted(schema, DatabaseRoles.TENANT);
    }

    private String sql(Statement statement, SchemaId id) throws SQLException {
        String schema = id.schema();
        StringBuilder sql = new StringBuilder(emptySchema(schema));
        sql.append("set local search_path = ").append(schema).append(", extensions, pg_temp;\n");
        sql.append(History.CREATE);
        int rank = 0;
        for (Migrations.File file : migrations.files()) {
            sql.append(file.sql()).append("\n;\n").append(History.entry(statement, ++rank, file));
        }
        return sql.append("insert into control.tenant_schema (id, state, schema_version) values ('")
                .append(id)
                .append("', 'spare', ")
                .append(migrations.newest())
                .append(");\n")
                .toString();
    }
}
