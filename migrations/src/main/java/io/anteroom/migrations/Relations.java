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

    /**
     * What stands in {@code schema}, but for the history and the sequences of identity columns. It is found by what
     * depends on the schema: to ask {@code pg_class} itself is to read all of it, and that of a thousand schemas is long.
     */
    static Relations of(Connection connection, String schema) throws SQLException {
        Map<String, Long> tables = new TreeMap<>();
        Map<String, Long> sequences = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select c.relname, c.oid, c.relkind = 'S' as sequence
                  from pg_depend inside
                       join pg_class c on c.oid = inside.objid
                 where inside.refclassid = 'pg_namespace'::regclass and inside.refobjid = to_regnamespace(?)
                   and inside.classid = 'pg_class'::regclass and inside.objsubid = 0
                   and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relname <> ?
                   and not exists (select from pg_depend owned
                                    where owned.classid = 'pg_class'::regclass and owned.objid = c.oid
                                      and owned.deptype = 'i')""")) {
            query.setString(1, schema);
            query.setString(2, History.TABLE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean("sequence") ? sequences : tables)
                            .put(rows.getString("relname"), rows.getLong("oid"));
                }
            }
        }
        return new Relations(tables, sequences);
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
