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
 * @param printedLockedUntil the same of printed codes
 * @param last the last time somebody asked for a code for it, or null if nobody has lately
 */
public record SignInWay(
        SignInAddress address,
        boolean verified,
        @Nullable Instant lockedUntil,
        @Nullable Instant passwordsLockedUntil,
        @Nullable Instant printedLockedUntil,
        @Nullable SignInTry last) {}
