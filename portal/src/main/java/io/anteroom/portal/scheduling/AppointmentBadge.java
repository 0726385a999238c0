package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.webkit.Badge;

/** An appointment's state as a patient reads it. */
public final class AppointmentBadge {

    private AppointmentBadge() {}

    /** Word, colour and drawing. */
    public static Badge of(AppointmentState state, boolean ahead) {
        return switch (state) {
            case BOOKED -> ahead ? Badge.good("Booked") : Badge.quiet("Past");
            case CONFIRMED -> ahead ? Badge.good("Confirmed") : Badge.quiet("Past");
            case ARRIVED -> Badge.good("Checked in");
            case COMPLETED -> Badge.quiet("Past");
            case NO_SHOW -> Badge.warning("Missed");
            case CANCELLED -> Badge.quiet("Cancelled");
            case AWAITING_PAYMENT -> Badge.notice("Deposit to pay");
            case HELD -> Badge.notice("Not booked yet");
            case EXPIRED -> Badge.quiet("Not booked");
        };
    }
}
