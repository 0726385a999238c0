package io.anteroom.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * How the database would carry out a query at {@link Tenants#north()} if reading a whole table were out of the question, as it
 * is for large ones; of the few rows of a test it would rather read all. A table that is read whole even so has no index that
 * answers.
 */
public final class Plan {

    private Plan() {}

    /**
     * The lines of the plan.
     *
     * @param sql with {@code __tenant__} for the clinic's schema, and {@code :name} for a parameter
     * @param parameters by name, each as SQL writes it
     */
    public static List<String> of(String sql, Map<String, String> parameters) {
        var query = sql.replace("__tenant__", Tenants.north().id().schema());
        for (var parameter : parameters.entrySet()) {
            query = query.replaceAll(
                    "(?<!:):" + parameter.getKey() + "\\b", Matcher.quoteReplacement(parameter.getValue()));
        }
        var lines = new ArrayList<String>();
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var rows = statement.executeQuery("explain (costs off) " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    /** Has the database look at a table of {@link Tenants#north()}, as it does by itself after many changes. */
    public static void analyze(String table) {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze " + Tenants.north().id().schema() + "." + table);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
