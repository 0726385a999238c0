package io.anteroom.stripeemulator.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The time by which sessions expire and events are stamped: a real or settable source, moved forward where a test asks.
 */
public final class EmulatorClock {

    private static final String OFFSET = "clock_offset_seconds";

    private final InstantSource source;
    private final Store store;

    /** Time by {@code source}; how far it was moved is kept in {@code store}. */
    public EmulatorClock(InstantSource source, Store store) {
        this.source = source;
        this.store = store;
    }

    /** Now. */
    public Instant now() {
        return source.instant().plusSeconds(store.number(OFFSET));
    }

    /** Now, as v1 writes it: seconds since 1970. */
    public long seconds() {
        return now().getEpochSecond();
    }

    /** Now, as v2 writes it: RFC 3339 with milliseconds. */
    public String text() {
        return DateTimeFormatter.ISO_INSTANT.format(now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Moves it forward. */
    public void advance(Duration by) {
        store.keepNumber(OFFSET, store.number(OFFSET) + by.toSeconds());
    }
}
