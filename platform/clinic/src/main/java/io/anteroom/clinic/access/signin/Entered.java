package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.session.SessionStart;
import io.anteroom.clinic.access.session.SessionToken;
import java.time.Instant;

/** The answer to somebody who enters a code. None of them says whether the clinic knows the address. */
public sealed interface Entered {

    /**
     * The code was right.
     *
     * @param token what the browser must hold from now on
     * @param until when the session ends
     */
    record SignedIn(SessionToken token, Instant until) implements Entered {

        /** The answer to whoever began that session. */
        public static SignedIn to(SessionStart.Begun session) {
            return new SignedIn(session.token(), session.until());
        }
    }

    /** The code was right, and the account asks for its password besides; no session began. */
    record PasswordNext() implements Entered {}

    /** What was typed isn't six digits; it does not count. */
    record NotACode() implements Entered {}

    /**
     * Six digits, but not the right ones.
     *
     * @param triesLeft how often the code may still be entered, 1 or more
     */
    record Wrong(int triesLeft) implements Entered {}

    /** The last wrong entry burned the code, or it was burned before. */
    record Burned() implements Entered {}

    /** Ten minutes have passed, or the code was used. */
    record TooLate() implements Entered {}

    /**
     * Too many wrong entries in a row for this address.
     *
     * @param until when codes are taken again
     */
    record Locked(Instant until) implements Entered {}

    /**
     * Too many tries from one network, whatever was typed.
     *
     * @param until when more are taken
     */
    record TooMany(Instant until) implements Entered {}

    /** The code was right, but what it was entered for, an invitation say, can't be had any more. */
    record Overtaken() implements Entered {}

    /** The code was right, but what it was entered for can't be had with that address, which signs somebody else in. */
    record AddressTaken() implements Entered {}

    /** This browser isn't signing in: another one asked, or it was too long ago. */
    record Stale() implements Entered {}
}
