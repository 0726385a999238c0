package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
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
    private final PersonLanguages languages;
    private final PortalAddress portal;

    RegistrationMessages(Outbox outbox, SenderIdentity sender, PersonLanguages languages, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
    }

    /** Staff found no record that is this person's. */
    void refused(Registration registration, String word) {
        var clinic = sender.look().name();
        var words = languages.wordsFor(registration.account());
        send(
                registration.contact(),
                new MessageAbout("registration-refused", registration.account().toString()),
                EmailContent.of(
                                words.say("Your account at {clinic}", "clinic", clinic),
                                words.say("We could not link your account to a record"),
                                words.say(
                                        "{clinic} has looked at the account you opened in the patient portal, and has not linked"
                                                + " it to a patient’s record. They write:",
                                        "clinic",
                                        clinic),
                                word)
                        .in(words),
                words.say(
                        "{clinic} has not linked your portal account to a patient's record. They write: {text}",
                        "clinic",
                        clinic,
                        "text",
                        shortened(word)));
    }

    /** Staff joined the account to a record. */
    void joined(Registration registration) {
        var clinic = sender.look().name();
        var words = languages.wordsFor(registration.account());
        send(
                registration.contact(),
                new MessageAbout("registration-joined", registration.account().toString()),
                EmailContent.of(
                                words.say("Your account at {clinic}", "clinic", clinic),
                                words.say("Your account is linked to your record"),
                                words.say(
                                        "{clinic} has linked the account you opened in the patient portal to your record.",
                                        "clinic",
                                        clinic))
                        .withAction(words.say("Open the portal"), portal.of("/"))
                        .in(words),
                words.say(
                        "{clinic} has linked your portal account to your record: {url}",
                        "clinic",
                        clinic,
                        "url",
                        portal.of("/")));
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
