package io.anteroom.webkit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The database could not be reached, or was too busy: nobody's mistake, and over by itself. */
enum Outage {
    /** There was no connection to be had, so what was asked for was not begun. */
    NOT_BEGUN,
    /** It was lost on the way, so what was asked for may have been done or not. */
    UNKNOWN;

    private static final int DEEPEST = 20;

    /** Which of the two is behind {@code failure}, if either is. */
    static Optional<Outage> behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof SQLTransientConnectionException) {
                return Optional.of(NOT_BEGUN);
            }
            if (cause instanceof SQLException sql && isOutage(String.valueOf(sql.getSQLState()))) {
                return Optional.of(UNKNOWN);
            }
        }
        return Optional.empty();
    }

    /**
     * By PostgreSQL's classes: 08 connection, 53 resources, 57P01 to 57P03 shutting down or starting; and a statement or a
     * wait for a lock that took too long.
     */
    private static boolean isOutage(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P0")
                || state.equals("57014")
                || state.equals("55P03");
    }
}
