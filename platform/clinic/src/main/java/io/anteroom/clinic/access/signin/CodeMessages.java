package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageContent;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/** The email and the text message that carry a code. */
@Component
class CodeMessages {

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;

    CodeMessages(Outbox outbox, SenderIdentity sender, PersonLanguages languages) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
    }

    void send(long code, SignIn signIn, String digits) {
        var about = new MessageAbout(SendCode.KIND, Long.toString(code));
        var to = signIn.address().value();
        var clinic = sender.look().name();
        var words = languages.wordsAt(to, signIn.language());
        outbox.send(
                switch (signIn.address().channel()) {
                    case EMAIL ->
                        Message.email(
                                to, about, email(words, clinic, signIn.host()).withSecret(digits));
                    case MOBILE ->
                        Message.sms(
                                to, about, text(words, clinic, signIn.host()).withSecret(digits));
                });
    }

    private static EmailContent email(Words words, String clinic, String host) {
        return EmailContent.of(
                        words.say("Your sign-in code for {clinic}", "clinic", clinic),
                        words.say("Your sign-in code is {code}", "code", MessageContent.PLACE_OF_SECRET),
                        words.say(
                                "Someone, we hope you, is signing in to the patient portal of {clinic} at {host}. Enter the"
                                        + " code on the page that asked for it.",
                                "clinic",
                                clinic,
                                "host",
                                host),
                        words.say(
                                "The code works once, within ten minutes of asking, and only in the browser that asked."),
                        words.say(
                                "If it wasn't you, you need do nothing: nobody can sign in without the code. Never tell it to"
                                        + " anyone. We will never ask you for it."))
                .in(words);
    }

    /** The last line is the origin-bound one that lets a phone offer the code on this host alone (wicg.github.io/sms-one-time-codes). */
    private static SmsContent text(Words words, String clinic, String host) {
        return SmsContent.of(words.say(
                        "{code} is your code to sign in to the patient portal of {clinic}. It works for ten minutes. Never"
                                + " tell it to anyone. If it wasn't you, ignore this.",
                        "code",
                        MessageContent.PLACE_OF_SECRET,
                        "clinic",
                        clinic)
                + "\n\n@" + host + " #" + MessageContent.PLACE_OF_SECRET);
    }
}
