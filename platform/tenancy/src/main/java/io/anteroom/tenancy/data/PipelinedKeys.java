package io.anteroom.tenancy.data;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * The generated keys of an insert that carries the change of role. The driver would take the first result for the keys,
 * which is the role's; so the statement says {@code returning} itself, and its rows are the keys.
 */
record PipelinedKeys(ResultSet rows, int count) {

    /** Whether {@code columns} are names and the statement returns nothing of its own. */
    static boolean arePossible(String sql, Object columns) throws SQLException {
        if (!(columns instanceof String[] names)
                || names.length == 0
                || sql.stripTrailing().endsWith(";")) {
            return false;
        }
        List<NativeQuery> parsed = Parser.parseJdbcSql(sql, true, true, true, false, false);
        return !parsed.getFirst().getCommand().isReturningKeywordPresent();
    }

    static String returning(String[] columns) {
        return Arrays.stream(columns)
                .map(column -> '"' + column.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", ", "\nreturning ", ""));
    }

    static PipelinedKeys execute(PreparedStatement scrollable, Consumer<SQLException> failed) throws SQLException {
        ResultSet rows = (ResultSet) WithRole.execute(scrollable, "executeQuery", failed);
        if (rows == null) {
            throw new IllegalStateException("An insert returned no keys");
        }
        int count = rows.last() ? rows.getRow() : 0;
        rows.beforeFirst();
        return new PipelinedKeys(rows, count);
    }

    /** What the method that was called gives for a statement that only changes rows. */
    @Nullable
    Object answer(String method) throws SQLException {
        return switch (method) {
            case "execute" -> false;
            case "executeUpdate" -> count;
            case "executeLargeUpdate" -> (long) count;
            default -> throw new SQLException("No results were returned by the query", "02000");
        };
    }
}
