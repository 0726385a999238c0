package io.anteroom.clinic.scheduling.newcomer;

import java.time.Instant;

/** The answer to a stranger who chose a time. None of them says whether the clinic knows anybody. */
public sealed interface Chosen {

    /** It is held for that browser. */
    record Held() implements Chosen {}

    /** Somebody else has it, or it is no longer offered. */
    record Taken() implements Chosen {}

    /** Nothing of the kind can be booked by strangers. */
    record NotOffered() implements Chosen {}

    /** The page is too old, or was made for another browser. */
    record Stale() implements Chosen {}

    /** The browser worked nothing out, so it has to wait until then and choose again. */
    record Patience(Instant until) implements Chosen {}

    /** Too much was asked from there, or here without working anything out; there is more from then on. */
    record UsedUp(Instant until) implements Chosen {}

    /** As many times are held for strangers as may be at once, here or from there. */
    record Busy() implements Chosen {}
}
