package io.anteroom.clinic.access.limit;

import java.time.Instant;

/** The answer to somebody who asks for a code. None of them says whether the clinic knows the address. */
public sealed interface Asked {

    /**
     * If the clinic knows the address, a code is on its way.
     *
     * @param browser what the browser must hold to enter it
     */
    record OnItsWay(BrowserToken browser) implements Asked {}

    /**
     * Not now.
     *
     * @param why what was used up
     * @param until when to try again
     */
    record Wait(Why why, Instant until) implements Asked {}

    /** This browser is not signing in, or began too long ago. */
    record Stale() implements Asked {}

    /** This clinic sends no codes to addresses of that kind. */
    record NotSentThere() implements Asked {}

    /** What was used up. */
    enum Why {
        /** Too many codes for one address. */
        CODES,
        /** Too many wrong codes for one address. */
        WRONG_ENTRIES,
        /** Too many codes asked for from one network. */
        NETWORK
    }
}
