package io.anteroom.tenancy.work;

import io.anteroom.tenancy.Lags;
import io.anteroom.tenancy.Observing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code anteroom.work.runs} measures how long work takes, by kind and the class of the error if it failed;
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
    private final Observing observing;
    private final Lags lags;

    WorkMetrics(MeterRegistry registry, Observing observing, Clock clock) {
        this.registry = registry;
        this.observing = observing;
        this.lags = new Lags(registry, clock, LAGS);
    }

    /**
     * Does {@code work} and measures it.
     *
     * @param due from when on it might have been done
     */
    void measured(String kind, Instant due, Observing.Call<?, Exception> work) throws Exception {
        lags.record("anteroom.work.lag", due, "kind", kind);
        observing.work(kind, work);
    }

    void gaveUp(String kind) {
        registry.counter("anteroom.work.given.up", "kind", kind).increment();
    }
}
