package io.anteroom.clinic.scheduling.news;

import static io.anteroom.clinic.scheduling.news.AppointmentWords.day;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SmsContent;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mails about what was done with appointments, and the texts to whoever has no email address. */
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

    /** What these messages about an appointment are filed under. */
    public static MessageAbout about(AppointmentId id) {
        return new MessageAbout(ABOUT, id.toString());
    }

    void booked(Appointment appointment) {
        send(
                appointment,
                "Your appointment at " + clinic() + " on " + day(appointment),
                "Your appointment is booked",
                "We look forward to seeing you. You can see how to prepare, move it or cancel it in the portal."
                        + deposit(appointment, "paid"),
                "is booked for " + shortly(appointment) + ".");
    }

    void moved(Appointment appointment, Instant before) {
        send(
                appointment,
                "Your appointment at " + clinic() + " is now on " + day(appointment),
                "Your appointment has moved",
                "It was on " + AppointmentWords.time(before, appointment.place().zone()) + ".",
                "has moved to " + shortly(appointment) + ".");
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
                (because.isEmpty() ? who : who + " " + because)
                        + deposit(
                                appointment,
                                appointment.returnsDeposit()
                                        ? "given back to your card"
                                        : "kept by the clinic, as agreed"),
                "on " + shortly(appointment) + " is cancelled. " + who);
    }

    private static String deposit(Appointment appointment, String what) {
        Money deposit = appointment.rules().deposit();
        return deposit == null
                ? ""
                : " Your deposit of " + deposit.format(Formats.ofClinic().locale()) + " is " + what + ".";
    }

    /** @param text how it goes on after 'your appointment' where it is texted; never what was written to the patient */
    private void send(Appointment appointment, String subject, String heading, String paragraph, String text) {
        message(appointment, subject, heading, paragraph)
                .or(() -> contacts.of(appointment, Channel.SMS)
                        .map(number -> Message.sms(
                                number,
                                about(appointment.id()),
                                SmsContent.of(clinic() + ": your appointment " + text + " See it here: "
                                        + words.page(appointment)))))
                .ifPresent(outbox::send);
    }

    private Optional<Message> message(Appointment appointment, String subject, String heading, String paragraph) {
        return contacts.of(appointment, Channel.EMAIL).map(address -> {
            EmailContent content = words.mail(appointment, subject, heading, paragraph)
                    .withAction("See the appointment", words.page(appointment));
            return Message.email(address, about(appointment.id()), content);
        });
    }

    private static String shortly(Appointment appointment) {
        return AppointmentWords.shortly(appointment) + " at "
                + appointment.place().name();
    }

    private static String clinic() {
        return CurrentTenant.get().name();
    }
}
