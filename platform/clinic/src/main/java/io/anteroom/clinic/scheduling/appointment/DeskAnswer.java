package io.anteroom.clinic.scheduling.appointment;

/** The answer to staff who act on an appointment. */
public sealed interface DeskAnswer {

    /** It is so, now or since the same form was sent before. */
    record Done(Appointment appointment) implements DeskAnswer {}

    /** Another appointment is there, or one just begun to be booked; nothing was changed. */
    record Taken() implements DeskAnswer {}

    /** The practitioner has blocked that time or doesn't work then; nothing was changed, and can be on purpose. */
    record OutsideHours() implements DeskAnswer {}

    /** Somebody changed it since it was looked at, and this is how it is now. */
    record Meanwhile(Appointment now) implements DeskAnswer {}

    /** Its state doesn't lead there; nothing was changed. */
    record NotNow(AppointmentState state) implements DeskAnswer {}

    /** There is no such appointment, service, practitioner or room. */
    record NotThere() implements DeskAnswer {}
}
