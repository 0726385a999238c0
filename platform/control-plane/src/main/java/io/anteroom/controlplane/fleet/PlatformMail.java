package io.anteroom.controlplane.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the platform itself, to somebody who signs a clinic up, that has not gone out.
 *
 * @param about what it tells of, as {@code sign-up}
 * @param state {@code queued} while it will be tried again, {@code failed} once it was given up
 * @param reason what went wrong
 */
public record PlatformMail(
        String recipient,
        String about,
        String state,
        int attempts,
        @Nullable String reason,
        Instant createdAt) {}
