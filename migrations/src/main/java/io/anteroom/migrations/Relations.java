package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The relations of one schema that somebody may need rights on, by name, each with the number PostgreSQL gave it: a table
 * that was dropped and made again has its name and not its rights.
 */
record Relations(Map<String, Long> tables, Map<String, Long> sequences) {

    static final Relations NONE = new Relations(Map.of(), Map.of());

    /** What stands in {@code schema}, but for the history and the sequences of identity columns. */
    static Relations of(Connection connection, String schema) throws SQLException {
        Map<String, Long> tables = names(
                connection, schema, "c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> '" + History.TABLE + "'");
        Map<String, Long> sequences = names(
                connection,
                schema,
                "c.relkind = 'S' and not exists (select from pg_depend d"
                        + " where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')");
        return new Relations(tables, sequences);
    }

    private static Map<String, Long> names(Connection connection, String schema, String kind) throws SQLException {
        Map<String, Long> names = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select c.relname, c.oid from pg_class c" + " where c.relnamespace = to_regnamespace(?) and " + kind)) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return names;
    }

    /** Those that are not in {@code before}. */
    Relations without(Relations before) {
        return new Relations(minus(tables, before.tables), minus(sequences, before.sequences));
    }

    private static Map<String, Long> minus(Map<String, Long> names, Map<String, Long> before) {
        Map<String, Long> left = new TreeMap<>(names);
        left.entrySet().removeAll(before.entrySet());
        return left;
    }

    Set<String> tableNames() {
        return tables.keySet();
    }

    Set<String> sequenceNames() {
        return sequences.keySet();
    }
}
