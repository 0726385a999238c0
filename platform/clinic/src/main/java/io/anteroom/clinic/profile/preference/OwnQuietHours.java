package io.anteroom.clinic.profile.preference;

import java.time.LocalTime;

/**
 * The hours of each day in which a patient wants to be reminded of nothing, beside the clinic's own. They may go past midnight.
 *
 * @param from their first moment
 * @param until the first moment after them, which is another one
 */
public record OwnQuietHours(LocalTime from, LocalTime until) {

    /** Refuses hours that begin when they end: a whole day and none would look the same. */
    public OwnQuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours have to end at another time than they begin");
        }
    }

    /** As people write them: {@code 19:00 to 10:00}. */
    @Override
    public String toString() {
        return from + " to " + until;
    }
}
