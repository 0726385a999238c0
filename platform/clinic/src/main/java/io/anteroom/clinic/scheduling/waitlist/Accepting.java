package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.scheduling.appointment.Reference;

/** The answer to somebody who accepts a time that was offered. */
public sealed interface Accepting {

    /** It is theirs, now or since the same form was sent before; perhaps once its deposit is paid. */
    record Booked(Reference appointment) implements Accepting {}

    /** Somebody else was first, or it can't be booked any more. They still wait. */
    record Gone() implements Accepting {}

    /** The account has as many appointments ahead as the clinic allows. */
    record TooMany(int most) implements Accepting {}

    /** They no longer wait. */
    record NotWaiting() implements Accepting {}

    /** There is no such offer of theirs. */
    record NotThere() implements Accepting {}
}
