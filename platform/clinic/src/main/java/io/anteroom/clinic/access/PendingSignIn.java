package io.anteroom.clinic.access;

import java.time.Instant;

/**
 * A browser that asked for a code and has not entered it yet.
 *
 * @param destination where the code goes, if the clinic knows it or on an errand; masked
 * @param channel how it goes there
 * @param resendAt when another may be asked for
 * @param usable whether some code of this browser could still be entered
 * @param onErrand whether it is for something besides signing in, where the code is sent whoever has the address
 */
public record PendingSignIn(
        String destination, CredentialChannel channel, Instant resendAt, boolean usable, boolean onErrand) {

    /** Whether a printed code may take its place: not where the code has to prove the address. */
    public boolean printed() {
        return !onErrand;
    }
}
