package io.anteroom.clinic.access.signin;

import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import org.springframework.stereotype.Component;

/** The email and the text message that carry a code. */
@Component
class CodeMessages {

    private final Outbox outbox;
    private final SenderIdentity sender;

    CodeMessages(Outbox outbox, SenderIdentity sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    void send(long code, SignIn signIn, String digits) {
        var about = new MessageAbout(SendCode.KIND, Long.toString(code));
        var to = signIn.address().value();
        var clinic = sender.look().name();
        outbox.send(
                switch (signIn.address().channel()) {
                    case EMAIL ->
                        Message.email(to, about, email(clinic, signIn.host()).withSecret(digits));
                    case MOBILE ->
                        Message.sms(to, about, text(clinic, signIn.host()).withSecret(digits));
                });
    }

    private static EmailContent email(String clinic, String host) {
        return EmailContent.of(
                "Your sign-in code for " + clinic,
                "Your sign-in code is {secret}",
                "Someone, we hope you, is signing in to the patient portal of " + clinic + " at " + host
                        + ". Enter the code on the page that asked for it.",
                "The code works once, within ten minutes of asking, and only in the browser that asked.",
                "If it wasn't you, you need do nothing: nobody can sign in without the code. Never tell it to"
                        + " anyone. We will never ask you for it.");
    }

    /** The last line is the origin-bound one that lets a phone offer the code on this host alone (wicg.github.io/sms-one-time-codes). */
    private static SmsContent text(String clinic, String host) {
        return SmsContent.of("{secret} is your code to sign in to the patient portal of " + clinic
                + ". It works for ten minutes. Never tell it to anyone. If it wasn't you, ignore this.\n\n@" + host
                + " #{secret}");
    }
}
