package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.SignInAddress;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do who gave a right code and has forgotten the password that is asked for next. Where it is nothing, the
 * clinic removes the password.
 *
 * @param other another verified address of the account that a code may go to, or null
 * @param printed whether a printed code may be entered
 * @param passkey whether the account has a passkey, which signs in by itself
 */
public record Forgotten(@Nullable SignInAddress other, boolean printed, boolean passkey) {

    /** Whether there is anything but to ask the clinic. */
    public boolean any() {
        return other != null || printed || passkey;
    }
}
