package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageContent;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The email and the text message that carry a code for opening clinical records. */
@Component
class UnlockMessages {

    static final String KIND = "unlock-code";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;

    UnlockMessages(Outbox outbox, SenderIdentity sender, PersonLanguages languages) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
    }

    void send(UUID code, SignInAddress to, String host, String digits) {
        var about = new MessageAbout(KIND, code.toString());
        var clinic = sender.look().name();
        var words = languages.wordsAt(to.value());
        outbox.send(
                switch (to.channel()) {
                    case EMAIL ->
                        Message.email(
                                to.value(), about, email(words, clinic, host).withSecret(digits));
                    case MOBILE ->
                        Message.sms(to.value(), about, text(words, clinic, host).withSecret(digits));
                });
    }

    private static EmailContent email(Words words, String clinic, String host) {
        return EmailContent.of(
                        words.say("Your code to open your records at {clinic}", "clinic", clinic),
                        words.say("Your code is {code}", "code", MessageContent.PLACE_OF_SECRET),
                        words.say(
                                "Someone signed in to the patient portal of {clinic} at {host}, we hope you, wants to open"
                                        + " health information. Enter the code on the page that asked for it.",
                                "clinic",
                                clinic,
                                "host",
                                host),
                        words.say(
                                "The code works once, within ten minutes of asking, and only in the browser that asked."),
                        words.say(
                                "If it wasn't you, somebody else is signed in as you: sign them out in the portal under 'Where"
                                        + " you're signed in', and tell the clinic. Never tell the code to anyone. We will"
                                        + " never ask you for it."))
                .in(words);
    }

    /** Ends like the text message for signing in, so that a phone offers the code on this host alone. */
    private static SmsContent text(Words words, String clinic, String host) {
        return SmsContent.of(words.say(
                        "{code} is your code to open your records in the patient portal of {clinic}. It works for ten minutes."
                                + " Never tell it to anyone. If it wasn't you, call the clinic.",
                        "code",
                        MessageContent.PLACE_OF_SECRET,
                        "clinic",
                        clinic)
                + "\n\n@" + host + " #" + MessageContent.PLACE_OF_SECRET);
    }
}
