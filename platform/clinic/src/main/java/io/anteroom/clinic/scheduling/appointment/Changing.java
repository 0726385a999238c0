package io.anteroom.clinic.scheduling.appointment;

import java.time.Instant;

/** The answer to a patient who moves or cancels an appointment, or takes that back. */
public sealed interface Changing {

    /**
     * It is so, now or since the same form was sent before.
     *
     * @param undoUntil until when that can be taken back without anybody being told
     */
    record Done(Instant undoUntil) implements Changing {}

    /** It is too short before it begins, by what was agreed, or not done online at this clinic; it has to be called. */
    record TooLate(Instant lastChange) implements Changing {}

    /** Somebody else has that time; nothing was changed. */
    record Taken() implements Changing {}

    /** It is over, called off, or has begun; nothing was changed. */
    record NotNow(AppointmentState state) implements Changing {}

    /** There is no such appointment of theirs. */
    record NotThere() implements Changing {}
}
