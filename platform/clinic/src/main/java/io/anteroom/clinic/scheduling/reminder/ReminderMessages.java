package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.news.AppointmentContacts;
import io.anteroom.clinic.scheduling.news.AppointmentWords;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageContent;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Reminders as messages. One that asks to confirm carries a link of its own, which nobody can guess: of what makes it so only
 * the hash is kept, once the message is sent.
 */
@Component
class ReminderMessages {

    private final ReminderRows rows;
    private final AppointmentContacts contacts;
    private final Outbox outbox;
    private final AppointmentWords words;
    private final PortalAddress portal;
    private final SenderIdentity sender;
    private final SecureRandom random;
    private final Clock clock;

    ReminderMessages(
            ReminderRows rows,
            AppointmentContacts contacts,
            Outbox outbox,
            AppointmentWords words,
            PortalAddress portal,
            SenderIdentity sender,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.portal = portal;
        this.sender = sender;
        this.random = random;
        this.clock = clock;
    }

    /** Leaves it in the outbox, to go by {@code channel}, and says whether there is an address that it can go to. */
    boolean send(ReminderKey key, Channel channel, Appointment appointment) {
        var address = contacts.of(appointment, channel);
        address.ifPresent(to -> send(key, channel, appointment, to));
        return address.isPresent();
    }

    private void send(ReminderKey key, Channel channel, Appointment appointment, String address) {
        String confirmKey = Reference.draw(random).value();
        String clinic = sender.look().name();
        Words said = words.of(appointment);
        Message message = channel == Channel.EMAIL
                ? Message.email(address, key.about(), mail(said, appointment, clinic, confirmKey))
                : Message.sms(address, key.about(), text(said, appointment, clinic, confirmKey));
        rows.sent(key, outbox.sendInTurn(message), confirmKey);
    }

    private EmailContent mail(Words said, Appointment appointment, String clinic, String confirmKey) {
        boolean asks = asks(appointment);
        EmailContent mail = words.mail(
                said,
                appointment,
                said.say(
                        "Reminder: your appointment at {clinic} on {day}",
                        "clinic",
                        clinic,
                        "day",
                        AppointmentWords.day(said, appointment)),
                said.say("Your appointment is coming up"),
                asks ? said.say("Please confirm that you’ll come.") : said.say("We look forward to seeing you."),
                ifNot(said, appointment));
        return asks
                ? mail.withAction(said.say("Confirm your appointment"), link(appointment))
                        .withSecret(confirmKey)
                : mail.withAction(said.say("See the appointment"), words.page(appointment));
    }

    private SmsContent text(Words said, Appointment appointment, String clinic, String confirmKey) {
        String when = AppointmentWords.shortly(said, appointment);
        String place = appointment.place().name();
        return asks(appointment)
                ? SmsContent.of(said.say(
                                "{clinic}: your appointment is on {when} at {place}. Confirm or change it: {url}",
                                "clinic",
                                clinic,
                                "when",
                                when,
                                "place",
                                place,
                                "url",
                                link(appointment)))
                        .withSecret(confirmKey)
                : SmsContent.of(said.say(
                        "{clinic}: your appointment is on {when} at {place}. To change it: {url}",
                        "clinic",
                        clinic,
                        "when",
                        when,
                        "place",
                        place,
                        "url",
                        words.page(appointment)));
    }

    private String link(Appointment appointment) {
        return portal.of(ReminderLinks.path(appointment.reference(), MessageContent.PLACE_OF_SECRET));
    }

    private static boolean asks(Appointment appointment) {
        return appointment.state() == AppointmentState.BOOKED;
    }

    private String ifNot(Words said, Appointment appointment) {
        String phone = AppointmentWords.phone(appointment);
        if (!appointment.mayChange(clock.instant())) {
            return phone == null
                    ? said.say("If you can’t come, please call us.")
                    : said.say("If you can’t come, please call us on {phone}.", "phone", phone);
        }
        String until = AppointmentWords.time(
                said,
                appointment.rules().lastChange(appointment.start()),
                appointment.place().zone());
        return phone == null
                ? said.say(
                        "If you can’t come, please move or cancel it in the portal by {time}, or call us.",
                        "time",
                        until)
                : said.say(
                        "If you can’t come, please move or cancel it in the portal by {time}, or call us on {phone}.",
                        "time",
                        until,
                        "phone",
                        phone);
    }
}
