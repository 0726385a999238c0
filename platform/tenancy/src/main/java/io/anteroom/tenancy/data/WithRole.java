package io.anteroom.tenancy.data;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement that has the change of role in front of it. The driver sends both in one round trip and gives two
 * results; the first is skipped, the second is answered as the method called would have.
 */
final class WithRole {

    private WithRole() {}

    /** For a plain statement, {@code sql} being both. */
    static @Nullable Object execute(Statement statement, String sql, String method, Consumer<SQLException> failed)
            throws SQLException {
        try {
            statement.execute(sql);
            return second(statement, method);
        } catch (SQLException failure) {
            failed.accept(failure);
            throw failure;
        }
    }

    /** For a prepared statement that holds both. */
    static @Nullable Object execute(PreparedStatement statement, String method, Consumer<SQLException> failed)
            throws SQLException {
        try {
            statement.execute();
            return second(statement, method);
        } catch (SQLException failure) {
            failed.accept(failure);
            throw failure;
        }
    }

    private static @Nullable Object second(Statement statement, String method) throws SQLException {
        boolean rows = statement.getMoreResults();
        return switch (method) {
            case "execute" -> rows;
            case "executeQuery" -> {
                ResultSet results = rows ? statement.getResultSet() : null;
                if (results == null) {
                    throw new SQLException("No results were returned by the query", "02000");
                }
                yield results;
            }
            case "executeUpdate" -> rows ? refuseRows() : statement.getUpdateCount();
            case "executeLargeUpdate" -> rows ? refuseRows() : statement.getLargeUpdateCount();
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static Object refuseRows() throws SQLException {
        throw new SQLException("A result was returned when none was expected", "0100E");
    }
}
