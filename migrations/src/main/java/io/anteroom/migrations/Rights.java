package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives one role what it needs in one schema, table by table: {@code GRANT ... ON ALL TABLES} reads the whole catalog
 * and takes a third of a second where thousands of schemas stand.
 */
final class Rights {

    private static final String HISTORY = "flyway_schema_history";

    private Rights() {}

    /** Grants on everything that stands in {@code schema}; {@code appendOnly} tables lose update and delete. */
    static void grant(Connection connection, String schema, String role, Set<String> appendOnly) throws SQLException {
        List<String> tables = names(connection, schema, "c.relkind in ('r', 'p', 'v', 'm', 'f')");
        List<String> sequences = names(
                connection,
                schema,
                "c.relkind = 'S' and not exists (select from pg_depend d"
                        + " where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')");
        tables.remove(HISTORY);
        List<String> writable = new ArrayList<>(tables);
        writable.removeAll(appendOnly);
        List<String> kept = new ArrayList<>(tables);
        kept.retainAll(appendOnly);
        if (kept.size() < appendOnly.size()) {
            throw new IllegalStateException("An append-only table is not there: " + appendOnly);
        }

        StringBuilder sql = new StringBuilder("grant usage on schema " + schema + " to " + role);
        append(sql, "grant select, insert, update, delete on ", schema, writable, " to " + role);
        append(sql, "revoke all on ", schema, kept, " from " + role);
        append(sql, "grant select, insert on ", schema, kept, " to " + role);
        append(sql, "grant usage, select on sequence ", schema, sequences, " to " + role);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        }
    }

    private static void append(StringBuilder sql, String before, String schema, List<String> names, String after) {
        if (!names.isEmpty()) {
            sql.append(";\n").append(before).append(schema).append('.');
            sql.append(String.join(", " + schema + ".", names)).append(after);
        }
    }

    private static List<String> names(Connection connection, String schema, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select c.relname from pg_class c"
                + " where c.relnamespace = to_regnamespace(?) and " + kind + " order by c.relname")) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
