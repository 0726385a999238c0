package io.anteroom.tenantadmin.scheduling.desk;

import io.anteroom.clinic.scheduling.reminder.AppointmentMessage;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Badge;

/** Messages about appointments in the staff's words. */
public final class MessageWords {

    private MessageWords() {}

    /** How far it is, with the colour it deserves. */
    public static Badge state(AppointmentMessage message) {
        return switch (message.progress()) {
            case PLANNED -> Badge.quiet("Planned");
            case ON_ITS_WAY -> Badge.notice("On its way");
            case SENT -> Badge.good("Sent");
            case NOT_SENT -> Badge.bad("Not sent");
        };
    }

    /** When it goes out, or came into its state, at the clinic. */
    public static String when(AppointmentMessage message) {
        String moment = Moments.moment(message.at());
        return message.progress() == AppointmentMessage.Progress.PLANNED ? "due " + moment : moment;
    }
}
