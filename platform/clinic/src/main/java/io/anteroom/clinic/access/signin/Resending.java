package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import java.time.Instant;

/** The answer to staff who have a code sent again. */
public sealed interface Resending {

    /** A new code is on its way to the address that was typed, for the browser that waits. */
    record OnItsWay(SignInAddress address) implements Resending {}

    /**
     * Not now: the last code was sent a moment ago, or too many were, or the address is locked.
     *
     * @param until when it may be sent again
     */
    record NotYet(Instant until) implements Resending {}

    /** No browser is waiting for a code that may be sent again. */
    record NothingWaits() implements Resending {}
}
