package io.anteroom.controlplane.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The migration to the newest version that was begun.
 *
 * @param version the version
 * @param canary the name of the tenant that goes first; nothing if that is a spare schema
 * @param startedAt when it was begun
 * @param passedAt when the canary had it, so that the others were begun
 * @param finishedAt when every schema had it
 * @param schemas how many schemas there are, spare ones included
 * @param current how many of them have it
 * @param failed how many were set aside
 */
public record Rollout(
        int version,
        @Nullable String canary,
        Instant startedAt,
        @Nullable Instant passedAt,
        @Nullable Instant finishedAt,
        long schemas,
        long current,
        long failed) {}
