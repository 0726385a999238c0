package io.anteroom.clinic.scheduling.waitlist;

/** What became of a time that was offered. */
public enum Standing {
    /** It can be booked by whoever was offered it, and nobody else is offered it yet. */
    FIRST_TO_ANSWER,
    /** It can still be booked, and others are offered it too. */
    STILL_FREE,
    /** Whoever was offered it has taken it, and it is booked once the deposit is paid. */
    TO_PAY,
    /** Whoever was offered it has booked it. */
    BOOKED,
    /** Whoever was offered it does not want it, or booked it and gave it back. */
    DECLINED,
    /** Somebody else has it. */
    GONE,
    /** It is too late to book it, and nobody did. */
    TOO_LATE
}
