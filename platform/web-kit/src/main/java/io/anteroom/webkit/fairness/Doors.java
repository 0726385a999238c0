package io.anteroom.webkit.fairness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantState;
import io.anteroom.webkit.fairness.Entry.Refusal;
import io.anteroom.webkit.fairness.Entry.Stay;
import io.anteroom.webkit.host.Host;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in as far as there is room. A clinic that was seen before has a lane of its own for each front door. What
 * has none yet may be a clinic or nothing at all, which the directory tells; those that turn out to be nothing are
 * counted together, and while they are too many nothing new is looked up.
 */
final class Doors {

    private static final int CLINICS = 20_000;

    /** One lane's door. */
    private record Door(Host host, String slug) {}

    private final FairnessSettings settings;
    private final Function<String, Optional<Tenant>> tenants;
    private final Ticker ticker;
    private final Map<Host, Places> hosts = new EnumMap<>(Host.class);
    private final Map<Reason, LongAdder> refused = new EnumMap<>(Reason.class);
    private final Cache<Door, Lane> lanes;
    private final Bucket strangers;

    Doors(FairnessSettings settings, Function<String, Optional<Tenant>> tenants, Ticker ticker) {
        this.settings = settings;
        this.tenants = tenants;
        this.ticker = ticker;
        for (Host host : Host.values()) {
            hosts.put(host, new Places(settings.atOncePerHost(), ticker));
        }
        for (Reason reason : Reason.values()) {
            refused.put(reason, new LongAdder());
        }
        this.lanes = Caffeine.newBuilder()
                .maximumSize(CLINICS)
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(ticker)
                .build();
        this.strangers = Pace.of(settings.strangersPerSecond(), settings.strangersPerSecond(), ticker);
    }

    /**
     * Lets a request in, or not.
     *
     * @param slug the clinic it names by its host or its path, where that front door has clinics
     */
    Entry enter(Host host, @Nullable String slug) {
        Places places = places(host);
        if (!places.take()) {
            return noted(new Refusal(Reason.FULL, places.retryAfter(), null));
        }
        Entry entry = null;
        try {
            entry = slug == null ? new Stay(places::leave) : enter(new Door(host, slug), places);
        } finally {
            if (!(entry instanceof Stay)) {
                places.leave();
            }
        }
        return entry instanceof Refusal refusal ? noted(refusal) : entry;
    }

    private Entry enter(Door door, Places places) {
        Lane lane = lanes.getIfPresent(door);
        if (lane == null) {
            long wait = strangers.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            if (wait > 0) {
                return new Refusal(Reason.UNKNOWN_HOST, Duration.ofNanos(wait), null);
            }
            lane = made(door);
        }
        return lane == null ? new Stay(places::leave) : enter(lane, places);
    }

    private static Entry enter(Lane lane, Places places) {
        return lane.enter()
                .<Entry>map(refusal -> refusal)
                .orElseGet(() -> new Stay(() -> {
                    lane.leave();
                    places.leave();
                }));
    }

    /** The lane of a clinic that was not seen yet; none for what is no clinic, which is counted. */
    private @Nullable Lane made(Door door) {
        Optional<Tenant> clinic = tenants.apply(door.slug())
                .filter(found -> found.state() == TenantState.ACTIVE || found.state() == TenantState.SUSPENDED);
        if (clinic.isEmpty()) {
            strangers.tryConsume(1);
            return null;
        }
        return lanes.get(door, missing -> new Lane(clinic.get(), settings, ticker));
    }

    private Refusal noted(Refusal refusal) {
        Optional.ofNullable(refused.get(refusal.reason())).ifPresent(LongAdder::increment);
        return refusal;
    }

    private Places places(Host host) {
        Places places = hosts.get(host);
        if (places == null) {
            throw new IllegalStateException("No places for " + host);
        }
        return places;
    }

    /** How many requests are in progress on {@code host}. */
    int inProgress(Host host) {
        return places(host).taken();
    }

    /** How many were refused for {@code reason} since the start. */
    long refused(Reason reason) {
        LongAdder count = refused.get(reason);
        return count == null ? 0 : count.sum();
    }
}
