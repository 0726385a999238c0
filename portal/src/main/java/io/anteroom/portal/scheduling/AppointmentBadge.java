package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.webkit.Badge;

/** An appointment's state as a patient reads it. */
public final class AppointmentBadge {

    private AppointmentBadge() {}

    /** Word, colour and drawing. */
    public static Badge of(AppointmentState state, boolean ahead) {
        return switch (state) {
            case BOOKED -> ahead ? Badge.good(say("Booked")) : Badge.quiet(say("Past"));
            case CONFIRMED -> ahead ? Badge.good(say("Confirmed")) : Badge.quiet(say("Past"));
            case ARRIVED -> Badge.good(say("Checked in"));
            case COMPLETED -> Badge.quiet(say("Past"));
            case NO_SHOW -> Badge.warning(say("Missed"));
            case CANCELLED -> Badge.quiet(say("Cancelled"));
            case AWAITING_PAYMENT -> Badge.notice(say("Deposit to pay"));
            case HELD -> Badge.notice(say("Not booked yet"));
            case EXPIRED -> Badge.quiet(say("Not booked"));
        };
    }
}
