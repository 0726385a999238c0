package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.news.AppointmentContacts;
import io.anteroom.clinic.scheduling.news.AppointmentWords;
import io.anteroom.clinic.settings.PortalAddress;
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

    /** Leaves it in the outbox, and says whether there is an address that it can go to. */
    boolean send(ReminderKey key, Appointment appointment) {
        var address = contacts.of(appointment, key.channel());
        address.ifPresent(to -> send(key, appointment, to));
        return address.isPresent();
    }

    private void send(ReminderKey key, Appointment appointment, String address) {
        String confirmKey = Reference.draw(random).value();
        String clinic = sender.look().name();
        Message message = key.channel() == Channel.EMAIL
                ? Message.email(address, key.about(), mail(appointment, clinic, confirmKey))
                : Message.sms(address, key.about(), text(appointment, clinic, confirmKey));
        rows.sent(key, outbox.sendInTurn(message), confirmKey);
    }

    private EmailContent mail(Appointment appointment, String clinic, String confirmKey) {
        boolean asks = asks(appointment);
        EmailContent mail = words.mail(
                appointment,
                "Reminder: your appointment at " + clinic + " on " + AppointmentWords.day(appointment),
                "Your appointment is coming up",
                asks ? "Please confirm that you’ll come." : "We look forward to seeing you.",
                ifNot(appointment));
        return asks
                ? mail.withAction("Confirm your appointment", link(appointment)).withSecret(confirmKey)
                : mail.withAction("See the appointment", words.page(appointment));
    }

    private SmsContent text(Appointment appointment, String clinic, String confirmKey) {
        String what = clinic + ": your appointment is on " + AppointmentWords.shortly(appointment) + " at "
                + appointment.place().name() + ". ";
        return asks(appointment)
                ? SmsContent.of(what + "Confirm or change it: " + link(appointment))
                        .withSecret(confirmKey)
                : SmsContent.of(what + "To change it: " + words.page(appointment));
    }

    private String link(Appointment appointment) {
        return portal.of(ReminderLinks.path(appointment.reference(), MessageContent.PLACE_OF_SECRET));
    }

    private static boolean asks(Appointment appointment) {
        return appointment.state() == AppointmentState.BOOKED;
    }

    private String ifNot(Appointment appointment) {
        String phone = AppointmentWords.phone(appointment);
        String call = phone == null ? "call us" : "call us on " + phone;
        if (!appointment.mayChange(clock.instant())) {
            return "If you can’t come, please " + call + ".";
        }
        return "If you can’t come, please move or cancel it in the portal by "
                + AppointmentWords.time(
                        appointment.rules().lastChange(appointment.start()),
                        appointment.place().zone())
                + ", or " + call + ".";
    }
}
