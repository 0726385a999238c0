package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.TimeFreed;
import io.anteroom.clinic.scheduling.slot.Span;
import java.time.Instant;

/**
 * Time that was given back, as the queue's reference carries it: all that the worker has to know, and nothing personal.
 *
 * @param at when it was; the same time given back again is another
 * @param patient the number of whose it was, who is not offered it, or 0
 */
record FreedTime(PractitionerId practitioner, Instant from, Instant until, Instant at, long patient) {

    static FreedTime of(TimeFreed event, Instant now) {
        return new FreedTime(
                event.practitioner(),
                event.from(),
                event.until(),
                now,
                event.patient() == null ? 0 : event.patient().value());
    }

    /** Reads what {@link #toString} wrote. */
    static FreedTime parse(String text) {
        String[] parts = text.split(":", -1);
        return new FreedTime(
                new PractitionerId(Long.parseLong(parts[0])),
                moment(parts[1]),
                moment(parts[2]),
                moment(parts[3]),
                Long.parseLong(parts[4]));
    }

    private static Instant moment(String seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** What of it is still to come at {@code now}. */
    Span ahead(Instant now) {
        return new Span(from.isAfter(now) ? from : now, until);
    }

    @Override
    public String toString() {
        return practitioner + ":" + from.getEpochSecond() + ":" + until.getEpochSecond() + ":" + at.getEpochSecond()
                + ":" + patient;
    }
}
