package io.anteroom.clinic.scheduling.appointment;

import java.time.Instant;

/** The answer to somebody who books the time that was held. */
public sealed interface Booking {

    /**
     * It is booked, now or since the same form was sent before.
     *
     * @param undoUntil until when it can be taken back without anybody being told
     */
    record Booked(Reference reference, Instant undoUntil) implements Booking {}

    /**
     * It is theirs once the deposit is paid.
     *
     * @param until how long the time is kept for that
     */
    record ToPay(Reference reference, Instant until) implements Booking {}

    /** The time ran out, and somebody else has it. */
    record Gone() implements Booking {}

    /** The clinic asks something first that is not done yet. */
    record AskedFirst() implements Booking {}

    /** The account has as many appointments ahead as the clinic allows. */
    record TooMany(int most) implements Booking {}

    /** There is nothing of theirs to book. */
    record NotThere() implements Booking {}
}
