package io.anteroom.clinic.scheduling.news;

import static io.anteroom.clinic.scheduling.news.AppointmentWords.day;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.profile.preference.PatientPreferences;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.language.Words;
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

/** The messages about what was done with appointments: as the patient prefers, or else by what there is an address for. */
@Component
public class AppointmentMail {

    private static final String ABOUT = "appointment";

    private final Outbox outbox;
    private final AppointmentWords words;
    private final AppointmentContacts contacts;
    private final PatientPreferences preferences;

    AppointmentMail(
            Outbox outbox, AppointmentWords words, AppointmentContacts contacts, PatientPreferences preferences) {
        this.preferences = preferences;
        this.outbox = outbox;
        this.words = words;
        this.contacts = contacts;
    }

    /** What these messages about an appointment are filed under. */
    public static MessageAbout about(AppointmentId id) {
        return new MessageAbout(ABOUT, id.toString());
    }

    void booked(Appointment appointment) {
        Words said = words.of(appointment);
        String invites = said.say(
                "We look forward to seeing you. You can see how to prepare, move it or cancel it in the portal.");
        Money deposit = appointment.rules().deposit();
        send(
                said,
                appointment,
                said.say("Your appointment at {clinic} on {day}", "clinic", clinic(), "day", day(said, appointment)),
                said.say("Your appointment is booked"),
                deposit == null
                        ? invites
                        : invites + " "
                                + said.say("Your deposit of {amount} is paid.", "amount", amount(said, deposit)),
                said.say(
                        "{clinic}: your appointment is booked for {when} at {place}. See it here: {url}",
                        "clinic",
                        clinic(),
                        "when",
                        AppointmentWords.shortly(said, appointment),
                        "place",
                        appointment.place().name(),
                        "url",
                        words.page(appointment)));
    }

    void moved(Appointment appointment, Instant before) {
        Words said = words.of(appointment);
        send(
                said,
                appointment,
                said.say(
                        "Your appointment at {clinic} is now on {day}",
                        "clinic",
                        clinic(),
                        "day",
                        day(said, appointment)),
                said.say("Your appointment has moved"),
                said.say(
                        "It was on {when}.",
                        "when",
                        AppointmentWords.time(said, before, appointment.place().zone())),
                said.say(
                        "{clinic}: your appointment has moved to {when} at {place}. See it here: {url}",
                        "clinic",
                        clinic(),
                        "when",
                        AppointmentWords.shortly(said, appointment),
                        "place",
                        appointment.place().name(),
                        "url",
                        words.page(appointment)));
    }

    void cancelled(Appointment appointment) {
        Words said = words.of(appointment);
        var cancellation = appointment.cancellation();
        boolean byPatient = cancellation != null && cancellation.byPatient();
        String because = cancellation == null || cancellation.because() == null ? "" : cancellation.because();
        String who = byPatient ? said.say("It was cancelled in the portal.") : said.say("The clinic had to cancel it.");
        send(
                said,
                appointment,
                said.say(
                        "Your appointment at {clinic} on {day} is cancelled",
                        "clinic",
                        clinic(),
                        "day",
                        day(said, appointment)),
                said.say("Your appointment is cancelled"),
                (because.isEmpty() ? who : who + " " + because) + returned(said, appointment),
                byPatient
                        ? said.say(
                                "{clinic}: your appointment on {when} at {place} is cancelled. It was cancelled in the portal."
                                        + " See it here: {url}",
                                "clinic",
                                clinic(),
                                "when",
                                AppointmentWords.shortly(said, appointment),
                                "place",
                                appointment.place().name(),
                                "url",
                                words.page(appointment))
                        : said.say(
                                "{clinic}: your appointment on {when} at {place} is cancelled. The clinic had to cancel it. See"
                                        + " it here: {url}",
                                "clinic",
                                clinic(),
                                "when",
                                AppointmentWords.shortly(said, appointment),
                                "place",
                                appointment.place().name(),
                                "url",
                                words.page(appointment)));
    }

    /** Tells that a deposit, or so much of it, that was given back did not arrive; in the caller's transaction. */
    public void depositNotArrived(Appointment appointment, Money returned) {
        Words said = words.of(appointment);
        send(
                said,
                appointment,
                said.say("Your deposit at {clinic} has not come back to you", "clinic", clinic()),
                said.say("Your bank could not take the money back"),
                said.say(
                        "{clinic} gave back {amount} of your deposit, and your bank returned it. Please tell {clinic} how else"
                                + " you can be paid.",
                        "clinic",
                        clinic(),
                        "amount",
                        amount(said, returned)),
                said.say(
                        "{clinic}: your bank returned the {amount} of your deposit that we gave back. Please tell us how else you"
                                + " can be paid. See it here: {url}",
                        "clinic",
                        clinic(),
                        "amount",
                        amount(said, returned),
                        "url",
                        words.page(appointment)));
    }

    private static String returned(Words said, Appointment appointment) {
        Money deposit = appointment.rules().deposit();
        if (deposit == null) {
            return "";
        }
        return " "
                + (appointment.returnsDeposit()
                        ? said.say(
                                "Your deposit of {amount} is given back to your card.", "amount", amount(said, deposit))
                        : said.say(
                                "Your deposit of {amount} is kept by the clinic, as agreed.",
                                "amount",
                                amount(said, deposit)));
    }

    private static String amount(Words said, Money deposit) {
        return deposit.format(Formats.in(said.language()).locale());
    }

    /** @param text where it is texted; never what was written to the patient */
    private void send(
            Words said, Appointment appointment, String subject, String heading, String paragraph, String text) {
        if (first(appointment) == Channel.EMAIL) {
            mail(said, appointment, subject, heading, paragraph)
                    .or(() -> text(appointment, text))
                    .ifPresent(outbox::send);
        } else {
            text(appointment, text)
                    .or(() -> mail(said, appointment, subject, heading, paragraph))
                    .ifPresent(outbox::send);
        }
    }

    private Channel first(Appointment appointment) {
        var patient = appointment.patient();
        return patient == null ? Channel.EMAIL : preferences.of(patient).news().channel();
    }

    private Optional<Message> text(Appointment appointment, String text) {
        return contacts.of(appointment, Channel.SMS)
                .map(number -> Message.sms(number, about(appointment.id()), SmsContent.of(text)));
    }

    private Optional<Message> mail(
            Words said, Appointment appointment, String subject, String heading, String paragraph) {
        return contacts.of(appointment, Channel.EMAIL).map(address -> {
            EmailContent content = words.mail(said, appointment, subject, heading, paragraph)
                    .withAction(said.say("See the appointment"), words.page(appointment));
            return Message.email(address, about(appointment.id()), content);
        });
    }

    private static String clinic() {
        return CurrentTenant.get().name();
    }
}
