package io.anteroom.clinic.scheduling.news;

import static io.anteroom.clinic.scheduling.news.AppointmentWords.day;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The mails about what was done with appointments. */
@Component
public class AppointmentMail {

    private static final String ABOUT = "appointment";

    private final Outbox outbox;
    private final AppointmentWords words;
    private final AppointmentContacts contacts;

    AppointmentMail(Outbox outbox, AppointmentWords words, AppointmentContacts contacts) {
        this.outbox = outbox;
        this.words = words;
        this.contacts = contacts;
    }

    /** What these mails about an appointment are filed under. */
    public static MessageAbout about(AppointmentId id) {
        return new MessageAbout(ABOUT, id.toString());
    }

    void booked(Appointment appointment) {
        send(
                appointment,
                "Your appointment at " + clinic() + " on " + day(appointment),
                "Your appointment is booked",
                "We look forward to seeing you. You can see how to prepare, move it or cancel it in the portal.");
    }

    void moved(Appointment appointment, Instant before) {
        send(
                appointment,
                "Your appointment at " + clinic() + " is now on " + day(appointment),
                "Your appointment has moved",
                "It was on " + AppointmentWords.time(before, appointment.place().zone()) + ".");
    }

    void cancelled(Appointment appointment) {
        var cancellation = appointment.cancellation();
        String because = cancellation == null || cancellation.because() == null ? "" : cancellation.because();
        String who = cancellation != null && cancellation.byPatient()
                ? "It was cancelled in the portal."
                : "The clinic had to cancel it.";
        send(
                appointment,
                "Your appointment at " + clinic() + " on " + day(appointment) + " is cancelled",
                "Your appointment is cancelled",
                because.isEmpty() ? who : who + " " + because);
    }

    private void send(Appointment appointment, String subject, String heading, String paragraph) {
        EmailContent content = words.mail(appointment, subject, heading, paragraph)
                .withAction("See the appointment", words.page(appointment));
        contacts.of(appointment, Channel.EMAIL)
                .ifPresent(address -> outbox.send(Message.email(address, about(appointment.id()), content)));
    }

    private static String clinic() {
        return CurrentTenant.get().name();
    }
}
