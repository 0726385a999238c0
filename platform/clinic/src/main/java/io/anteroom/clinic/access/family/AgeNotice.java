package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.family.ConcernedGrants.Concerned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * News of a change that a patient's age will bring.
 *
 * @param at when it comes
 * @param daysBefore which of the three notices it is: 60, 30 or 7
 */
record AgeNotice(Concerned grant, Change change, Instant at, int daysBefore) {

    /** What comes. */
    enum Change {
        LIMITED,
        OVER;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AgeNotice of(ResultSet row, int number) throws SQLException {
        return new AgeNotice(
                Concerned.of(row, number),
                Change.valueOf(row.getString("change").toUpperCase(Locale.ROOT)),
                instant(row, "comes_at"),
                row.getInt("days_before"));
    }
}
