package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.limit.CodeLimits;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that was sent to open clinical records in one session.
 *
 * @param id drawn at random
 * @param address where it went
 * @param hash its keyed hash
 * @param wrongEntries how often something else was entered
 * @param usedAt when it was entered
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; matches() is the only use of the hash
record UnlockCode(
        UUID id,
        UnlockAddress address,
        Instant askedAt,
        Instant expiresAt,
        byte[] hash,
        int wrongEntries,
        @Nullable Instant usedAt) {

    boolean usable(Instant now) {
        return usedAt == null && !burned() && now.isBefore(expiresAt);
    }

    boolean burned() {
        return wrongEntries >= CodeLimits.TRIES;
    }

    int triesLeftAfterAnother() {
        return CodeLimits.TRIES - wrongEntries - 1;
    }

    /** Compares in a time that doesn't depend on how much agrees. */
    boolean matches(byte[] entered) {
        return MessageDigest.isEqual(hash, entered);
    }

    boolean justUsed(Instant now) {
        return usedAt != null && now.isBefore(usedAt.plus(CodeLimits.SAME_ANSWER_WITHIN));
    }

    Instant resendAt() {
        return askedAt.plus(CodeLimits.RESEND_AFTER);
    }
}
