package io.anteroom.clinic.scheduling.slot;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
public record Span(Instant from, Instant until) {

    /** Whether the two have a moment in common. */
    public boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** Whether all of {@code other} is in it. */
    public boolean contains(Span other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }
}
