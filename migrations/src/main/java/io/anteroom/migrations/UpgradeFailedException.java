package io.anteroom.migrations;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * One schema was left as it was. The message goes into registry, log and console, so it names constraints and columns but
 * quotes no row; for the same reason PostgreSQL's own exception is not kept as the cause.
 */
final class UpgradeFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    UpgradeFailedException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    static UpgradeFailedException of(String where, SQLException failed) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        return new UpgradeFailedException(where + ": " + state + " " + words(state, failed), isPassing(state));
    }

    /** Whether the same may well succeed later: somebody used the table, or the connection broke. */
    boolean isPassing() {
        return passing;
    }

    private static boolean isPassing(String state) {
        return switch (state) {
            case "55P03", "40P01", "40001", "57P01", "57P02", "57P03", "53300" -> true;
            default -> state.startsWith("08");
        };
    }

    /** Detail and context are always left out; where even the message may quote a value, so is that. */
    private static String words(String state, SQLException failed) {
        boolean quotes = state.startsWith("22") || state.startsWith("P0") || state.isEmpty();
        if (quotes) {
            return "(PostgreSQL's words are left out, since they may quote a row)";
        }
        ServerErrorMessage said = failed instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return said == null ? "the connection broke" : String.valueOf(said.getMessage());
    }
}
