package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives one role what it needs in one schema, table by table: {@code GRANT ... ON ALL TABLES} reads the whole catalog
 * and takes a third of a second where thousands of schemas stand.
 */
final class Rights {

    private Rights() {}

    /** Grants on everything that stands in {@code schema}; {@code appendOnly} tables lose update and delete. */
    static void grant(Connection connection, String schema, String role, Set<String> appendOnly) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(onAll(schema, role, Relations.of(connection, schema), appendOnly));
        }
    }

    /** The statements that grant on a schema and on {@code all} that stands in it. */
    static String onAll(String schema, String role, Relations all, Set<String> appendOnly) {
        if (!all.tableNames().containsAll(appendOnly)) {
            throw new IllegalStateException("An append-only table is not there: " + appendOnly);
        }
        return "grant usage on schema " + schema + " to " + role + sql(schema, role, all, appendOnly);
    }

    /**
     * What to add to a statement so that it grants on {@code relations}, and on {@code appendOnly} tables whether among
     * those or not; nothing if there are none. A grant too many costs every open connection its kept plans.
     */
    static String sql(String schema, String role, Relations relations, Set<String> appendOnly) {
        Set<String> writable = new TreeSet<>(relations.tableNames());
        writable.removeAll(appendOnly);
        StringBuilder sql = new StringBuilder();
        append(sql, "grant select, insert, update, delete on ", schema, writable, " to " + role);
        append(sql, "revoke all on ", schema, appendOnly, " from " + role);
        append(sql, "grant select, insert on ", schema, appendOnly, " to " + role);
        append(sql, "grant usage, select on sequence ", schema, relations.sequenceNames(), " to " + role);
        return sql.toString();
    }

    private static void append(
            StringBuilder sql, String before, String schema, Collection<String> names, String after) {
        if (!names.isEmpty()) {
            sql.append(";\n").append(before).append(schema).append('.');
            sql.append(String.join(", " + schema + ".", names)).append(after);
        }
    }
}
