package io.anteroom.clinic.scheduling.hours;

import java.time.LocalTime;

/**
 * A part of a day by the clock of a place.
 *
 * @param until the first moment that is no longer part of it
 */
public record TimeSpan(LocalTime from, LocalTime until) implements Comparable<TimeSpan> {

    /**
     * @throws IllegalArgumentException if it does not end after it begins
     */
    public TimeSpan {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A span of time ends after it begins");
        }
    }

    /** Whether some moment is in both. */
    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    @Override
    public int compareTo(TimeSpan other) {
        int first = from.compareTo(other.from);
        return first != 0 ? first : until.compareTo(other.until);
    }

    /** As people write it: {@code 09:00–12:30}. */
    @Override
    public String toString() {
        return from + "–" + until;
    }
}
