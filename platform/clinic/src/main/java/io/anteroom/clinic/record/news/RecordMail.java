package io.anteroom.clinic.record.news;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/**
 * News of a clinical record as a message: that there is something to read, not what, nor of what kind, nor whose. The link leads
 * there by a number; whoever follows it signs in and proves anew who they are.
 */
@Component
class RecordMail {

    static final String KIND = "record-news";

    private final Outbox outbox;
    private final Hearers hearers;
    private final PortalAddress portal;
    private final SenderIdentity sender;
    private final PersonLanguages languages;

    RecordMail(Outbox outbox, Hearers hearers, PortalAddress portal, SenderIdentity sender, PersonLanguages languages) {
        this.outbox = outbox;
        this.hearers = hearers;
        this.portal = portal;
        this.sender = sender;
        this.languages = languages;
    }

    void send(Told what) {
        var about = new MessageAbout(KIND, what.ref());
        var words = languages.wordsFor(what.account());
        hearers.address(what.account(), "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about, mail(words, what)))
                .or(() -> hearers.address(what.account(), "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(number -> Message.sms(number, about, text(words, what))))
                .ifPresent(outbox::send);
    }

    private EmailContent mail(Words words, Told what) {
        var clinic = sender.look().name();
        return EmailContent.of(
                        words.say("Something new for you to read at {clinic}", "clinic", clinic),
                        words.say("There is something new for you to read"),
                        words.say(
                                "{clinic} has shared something with you in its patient portal. For your privacy this message doesn’t say what it is.",
                                "clinic",
                                clinic),
                        words.say("To read it, sign in and confirm that it is you."))
                .withAction(words.say("Read it in the portal"), link(what))
                .in(words);
    }

    private SmsContent text(Words words, Told what) {
        return SmsContent.of(words.say(
                "{clinic} has shared something with you in its patient portal. Read it here: {link}",
                "clinic",
                sender.look().name(),
                "link",
                link(what)));
    }

    private String link(Told what) {
        return portal.of("/records/" + what.entry());
    }
}
