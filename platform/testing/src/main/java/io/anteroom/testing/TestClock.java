package io.anteroom.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. It is put back to {@link #START} before each test. */
public final class TestClock extends Clock {

    /** A Saturday morning in London, an evening in Tokyo. */
    public static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock to {@code instant}. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock on, or back. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = () -> now;
        return source.withZone(zone);
    }
}
