package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/** What people who open accounts are told by message. */
@Component
class RegistrationMessages {

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PortalAddress portal;

    RegistrationMessages(Outbox outbox, SenderIdentity sender, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
    }

    /** Staff found no record that is this person's. */
    void refused(Registration registration, String word) {
        var clinic = sender.look().name();
        send(
                registration.contact(),
                new MessageAbout("registration-refused", registration.account().toString()),
                EmailContent.of(
                        "Your account at " + clinic,
                        "We could not link your account to a record",
                        clinic
                                + " has looked at the account you opened in the patient portal, and has not linked it to a"
                                + " patient’s record. They write:",
                        word),
                clinic + " has not linked your portal account to a patient's record. They write: " + shortened(word));
    }

    /** Staff joined the account to a record. */
    void joined(Registration registration) {
        var clinic = sender.look().name();
        send(
                registration.contact(),
                new MessageAbout("registration-joined", registration.account().toString()),
                EmailContent.of(
                                "Your account at " + clinic,
                                "Your account is linked to your record",
                                clinic + " has linked the account you opened in the patient portal to your record.")
                        .withAction("Open the portal", portal.of("/")),
                clinic + " has linked your portal account to your record: " + portal.of("/"));
    }

    private void send(SignInAddress to, MessageAbout about, EmailContent email, String text) {
        outbox.send(
                to.channel() == CredentialChannel.EMAIL
                        ? Message.email(to.value(), about, email)
                        : Message.sms(to.value(), about, SmsContent.of(text)));
    }

    private static String shortened(String word) {
        return word.length() <= 300 ? word : word.substring(0, 300) + "…";
    }
}
