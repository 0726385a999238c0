package io.anteroom.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures how late something is, in timers whose buckets end at given bounds. */
public final class Lags {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Duration[] bounds;

    /**
     * @param bounds of the buckets, rising; what lies beyond the last is told apart no more
     */
    public Lags(MeterRegistry registry, Clock clock, Duration... bounds) {
        this.registry = registry;
        this.clock = clock;
        this.bounds = bounds.clone();
    }

    /**
     * Records the time from {@code since} until now; where another machine's clock is ahead of ours, none.
     *
     * @param tags keys and values by turns
     */
    public void record(String name, Instant since, String... tags) {
        Duration lag = Duration.between(since, clock.instant());
        Timer.builder(name)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(registry)
                .record(lag.isNegative() ? Duration.ZERO : lag);
    }
}
