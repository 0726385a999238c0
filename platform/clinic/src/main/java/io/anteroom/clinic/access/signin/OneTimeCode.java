package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.limit.CodeLimits;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code asked for. Until the worker has filled it in, and for good where nobody has the address, no entry matches it.
 *
 * @param id its place in the order of asking
 * @param signIn whose browser it is for
 * @param askedAt when it was asked for; its ten minutes run from here
 * @param expiresAt when they end
 * @param hash the keyed hash of the code
 * @param credential the credential it was sent to
 * @param wrongEntries how often something else was entered
 * @param usedAt when it was entered
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; matches() is the only use of the hash
record OneTimeCode(
        long id,
        UUID signIn,
        Instant askedAt,
        Instant expiresAt,
        byte @Nullable [] hash,
        @Nullable CredentialId credential,
        int wrongEntries,
        @Nullable Instant usedAt) {

    boolean usable(Instant now) {
        return usedAt == null && !burned() && now.isBefore(expiresAt);
    }

    boolean burned() {
        return wrongEntries >= CodeLimits.TRIES;
    }

    /** Compares in a time that doesn't depend on how much agrees. */
    boolean matches(byte[] entered) {
        return hash != null && MessageDigest.isEqual(hash, entered);
    }

    /** Whether another is not to be asked for yet. */
    boolean isFreshAt(Instant now) {
        return now.isBefore(resendAt()) && !askedAt.isAfter(now.plus(CodeLimits.CLOCKS_DIFFER));
    }

    Instant resendAt() {
        return askedAt.plus(CodeLimits.RESEND_AFTER);
    }
}
