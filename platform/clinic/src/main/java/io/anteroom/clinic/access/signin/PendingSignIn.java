package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.CredentialChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that asked for a code and has not entered it yet.
 *
 * @param destination where the code goes, if the clinic knows it or on an errand; masked
 * @param channel how it goes there
 * @param resendAt when another may be asked for
 * @param usable whether some code of this browser could still be entered
 * @param halfWay whether a right code was entered, and the account's password may be entered next
 * @param errand the kind of what it is for besides signing in, where the code is sent whoever has the address
 */
public record PendingSignIn(
        String destination,
        CredentialChannel channel,
        Instant resendAt,
        boolean usable,
        boolean halfWay,
        @Nullable String errand) {

    /** Whether it is for something besides signing in. */
    public boolean onErrand() {
        return errand != null;
    }

    /** Whether a printed code may take its place: not where the code has to prove the address. */
    public boolean printed() {
        return !onErrand();
    }
}
