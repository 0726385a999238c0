package io.anteroom.clinic.access.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last time somebody asked for a code for an address.
 *
 * @param signIn the sign-in it was asked for in
 * @param at when
 * @param state what became of the code
 * @param reason why it was not delivered, in plain words, where the mail server or gateway refused it
 * @param waiting whether the browser that asked could still enter a code
 */
public record SignInTry(
        UUID signIn, Instant at, State state, @Nullable String reason, boolean waiting) {

    /** What became of a code. */
    public enum State {
        /** Asked for, and on its way to the mail server or gateway. */
        BEING_SENT,
        /** The mail server or gateway took it; nobody has entered it. */
        SENT,
        /** The mail server or gateway refused it for good. */
        UNDELIVERED,
        /** A cap on messages held it back. */
        HELD_BACK,
        /** The address signed nobody in at the time, so none was made. */
        NOT_SET_THEN,
        /** Three wrong entries burned it. */
        BURNED,
        /** Its ten minutes are over. */
        OVER,
        /** It was entered, and the password that goes with it was not. */
        HALF_WAY,
        /** It was entered. */
        ENTERED
    }
}
