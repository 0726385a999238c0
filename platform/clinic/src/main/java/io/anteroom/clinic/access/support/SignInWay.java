package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.SignInAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that signs an account in, with how signing in with it went.
 *
 * @param verified whether a code sent to it was ever entered
 * @param lockedUntil when codes are taken again after too many wrong ones, or null if they are taken
 * @param passwordsLockedUntil the same of passwords
 * @param second the password that its account asks for after a code, or null if it asks for none
 * @param printedLockedUntil the same of printed codes
 * @param last the last time somebody asked for a code for it, or null if nobody has lately
 */
public record SignInWay(
        SignInAddress address,
        boolean verified,
        @Nullable Instant lockedUntil,
        @Nullable Instant passwordsLockedUntil,
        @Nullable Second second,
        @Nullable Instant printedLockedUntil,
        @Nullable SignInTry last) {

    /**
     * How it stands with a password that is asked for after a code.
     *
     * @param usedUp whether none is taken any more after a hundred wrong ones
     * @param lockedUntil when it is taken again after too many wrong ones, or null if it is taken
     */
    public record Second(boolean usedUp, @Nullable Instant lockedUntil) {}
}
