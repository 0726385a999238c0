package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that gave one of two steps: what was given is right, and the account asks for its password besides.
 *
 * @param signIn the sign-in, bound to its browser
 * @param proof what was given
 * @param reachedAt when
 * @param forgottenAt when a code was asked for that removes the password, or null
 * @param usedAt when the password was given too, or null
 */
public record HalfWay(
        UUID signIn,
        Proof proof,
        Instant reachedAt,
        @Nullable Instant forgottenAt,
        @Nullable Instant usedAt) {

    /** How long the password may be entered after the code. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** Whose it is. */
    public AccountId account() {
        return proof.account();
    }

    /** Whether the password may still be entered. */
    public boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(reachedAt.plus(LIFE));
    }
}
