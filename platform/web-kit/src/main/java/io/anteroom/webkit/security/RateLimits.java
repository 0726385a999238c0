package io.anteroom.webkit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.webkit.problem.TooManyRequestsException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * So many tries in so much time for each key, in this process's memory. A guard against floods: what must hold across
 * replicas, as the tries of a code, is counted in the database.
 */
public final class RateLimits {

    private static final int KEYS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final long tries;
    private final Duration window;

    private RateLimits(long tries, Duration window) {
        this.tries = tries;
        this.window = window;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(window)
                .build();
    }

    /** {@code tries} for each key, given back evenly over {@code window}. */
    public static RateLimits of(long tries, Duration window) {
        return new RateLimits(tries, window);
    }

    /** Whether one more try of {@code key} is allowed; counts it if so. */
    public boolean allows(String key) {
        return probe(key).isConsumed();
    }

    /**
     * Counts a try of {@code key}.
     *
     * @throws TooManyRequestsException if there were too many
     */
    public void require(String key) {
        ConsumptionProbe probe = probe(key);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private ConsumptionProbe probe(String key) {
        Bucket bucket = buckets.get(
                key,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, window))
                        .build());
        return bucket.tryConsumeAndReturnRemaining(1);
    }
}
