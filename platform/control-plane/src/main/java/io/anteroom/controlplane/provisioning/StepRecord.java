package io.anteroom.controlplane.provisioning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a step.
 *
 * @param attempts how often it was begun
 * @param error what went wrong last, safe to show to anyone
 * @param startedAt when it was first begun
 * @param endedAt when it was done
 * @param nextAttemptAt when it is tried again
 */
public record StepRecord(
        ProvisioningStep step,
        StepState state,
        int attempts,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAttemptAt) {

    /** How long it took from its first begin to its end; nothing before that. */
    public @Nullable Duration took() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
