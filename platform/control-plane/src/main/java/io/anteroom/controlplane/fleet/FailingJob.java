package io.anteroom.controlplane.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of one kind and one tenant that failed and will be tried again.
 *
 * @param tenantId whose they are; nothing for the platform's own
 * @param jobs how many there are
 * @param attempts how often the worst of them failed
 * @param lastFailure when one last did
 * @param nextAttempt when the next is tried again
 */
public record FailingJob(
        String kind,
        @Nullable String tenantId,
        @Nullable String tenantName,
        long jobs,
        int attempts,
        @Nullable Instant lastFailure,
        Instant nextAttempt) {}
