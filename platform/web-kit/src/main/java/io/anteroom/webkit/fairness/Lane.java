package io.anteroom.webkit.fairness;

import com.github.benmanes.caffeine.cache.Ticker;
import io.anteroom.tenancy.Tenant;
import io.anteroom.webkit.fairness.Entry.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** One of a clinic's doors: what may pass it at a time, and in a second. */
final class Lane {

    private final Tenant clinic;
    private final Places places;
    private final Bucket pace;

    Lane(Tenant clinic, FairnessSettings settings, Ticker ticker) {
        this.clinic = clinic;
        this.places = new Places(settings.atOnce(), ticker);
        this.pace = Pace.of(settings.burst(), settings.perSecond(), ticker);
    }

    /** Takes a place, or says why not. A request that finds none costs the clinic nothing of its pace. */
    Optional<Refusal> enter() {
        if (!places.take()) {
            return Optional.of(new Refusal(Reason.CONCURRENCY, places.retryAfter(), clinic));
        }
        ConsumptionProbe probe = pace.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        places.leave();
        return Optional.of(new Refusal(Reason.RATE, Duration.ofNanos(probe.getNanosToWaitForRefill()), clinic));
    }

    void leave() {
        places.leave();
    }
}
