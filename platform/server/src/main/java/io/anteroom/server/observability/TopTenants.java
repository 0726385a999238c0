package io.anteroom.server.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code anteroom.tenants.requests}: how many requests, how long and with what end, for each of the few tenants that are
 * used most and for all others together as {@code other}. Every request counts in one of them, so that their sum is that
 * of all; a tenant that is no longer among the first loses its series, and its requests count as others' from then on.
 * To take the place of another, one must be used twice as much: many tenants alike change no places.
 */
final class TopTenants {

    static final String OTHER = "other";

    private static final String NAME = "anteroom.tenants.requests";
    private static final int COUNTED_FOR_EACH = 10;

    private final int most;
    private final Duration window;
    private final MeterRegistry registry;
    private final Clock clock;
    private final HeavyHitters hitters;
    private final Map<String, Series> series = new HashMap<>();
    private final Series others;
    private Instant next;

    TopTenants(ObservabilitySettings settings, MeterRegistry registry, Clock clock) {
        this.most = settings.topTenants();
        this.window = settings.topWindow();
        this.registry = registry;
        this.clock = clock;
        this.hitters = new HeavyHitters(Math.max(1, most * COUNTED_FOR_EACH));
        this.others = Series.of(OTHER, registry);
        this.next = clock.instant().plus(window);
    }

    private record Series(Timer answered, Timer failed) {

        static Series of(String tenant, MeterRegistry registry) {
            return new Series(
                    registry.timer(NAME, "tenant", tenant, "outcome", "answered"),
                    registry.timer(NAME, "tenant", tenant, "outcome", "failed"));
        }

        void removeFrom(MeterRegistry registry) {
            registry.remove(answered);
            registry.remove(failed);
        }
    }

    /** Counts a request of {@code tenant}. */
    synchronized void answered(String tenant, Timer.Sample request, boolean failed) {
        hitters.add(tenant);
        if (series.size() < most) {
            series.computeIfAbsent(tenant, this::begin);
        }
        if (!clock.instant().isBefore(next)) {
            chooseAnew();
        }
        Series its = series.getOrDefault(tenant, others);
        request.stop(failed ? its.failed() : its.answered());
    }

    private Series begin(String tenant) {
        return Series.of(tenant, registry);
    }

    private void chooseAnew() {
        hitters.top(most).stream().filter(tenant -> !series.containsKey(tenant)).forEach(this::challenge);
        hitters.fade();
        next = clock.instant().plus(window);
    }

    private void challenge(String challenger) {
        series.keySet().stream()
                .min(Comparator.comparingLong(hitters::count))
                .filter(last -> hitters.count(challenger) > 2 * hitters.count(last))
                .ifPresent(last -> {
                    Optional.ofNullable(series.remove(last)).ifPresent(its -> its.removeFrom(registry));
                    series.put(challenger, begin(challenger));
                });
    }
}
