package io.anteroom.clinic.scheduling.appointment;

import java.time.Instant;

/** The answer to somebody who wants a time kept while deciding. */
public sealed interface Holding {

    /** It is kept until then. */
    record Held(Reference reference, Instant until) implements Holding {}

    /** Somebody else has it, or it is no longer offered. */
    record Taken() implements Holding {}

    /** The clinic asks something first that is not done yet. */
    record AskedFirst() implements Holding {}

    /** The account has as many appointments ahead as the clinic allows. */
    record TooMany(int most) implements Holding {}

    /** Nothing of the kind can be booked by this person: no such service online, or no access to bookings. */
    record NotOffered() implements Holding {}
}
