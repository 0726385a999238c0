package io.anteroom.tenancy.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * {@code anteroom.work.runs} measures how long work takes, by kind and whether it was done or failed;
 * {@code anteroom.work.lag} how long after it was due it began; {@code anteroom.work.given.up} counts what is tried no
 * more. Kinds are few, those of our handlers; no tenant is a tag.
 */
final class WorkMetrics {

    /** Up to here people wait in front of a screen; beyond it nothing is noticed any more. */
    private static final Duration[] LAGS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10)
    };

    private final MeterRegistry registry;
    private final Clock clock;

    WorkMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Does {@code work} and measures it.
     *
     * @param due from when on it might have been done
     */
    <T> T measured(String kind, Instant due, Callable<T> work) throws Exception {
        Duration late = Duration.between(due, clock.instant());
        Timer.builder("anteroom.work.lag")
                .tag("kind", kind)
                .serviceLevelObjectives(LAGS)
                .register(registry)
                .record(late.isNegative() ? Duration.ZERO : late);
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            T result = work.call();
            outcome = "done";
            return result;
        } finally {
            sample.stop(registry.timer("anteroom.work.runs", "kind", kind, "outcome", outcome));
        }
    }

    void gaveUp(String kind) {
        registry.counter("anteroom.work.given.up", "kind", kind).increment();
    }
}
