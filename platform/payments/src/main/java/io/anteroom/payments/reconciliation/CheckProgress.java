package io.anteroom.payments.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the comparison with Stripe stands.
 *
 * @param askedAt when somebody last asked for one; null if nobody ever did
 * @param askedBy who that was
 * @param underWay whether that one has not come to its end
 * @param read how many movements were read since it was asked for
 * @param comparedAt when all of Stripe's movements were last read, for whatever reason; null if that never was
 */
public record CheckProgress(
        @Nullable Instant askedAt,
        @Nullable String askedBy,
        boolean underWay,
        int read,
        @Nullable Instant comparedAt) {}
