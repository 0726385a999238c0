package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The mail that carries a link. It doesn't say what is asked: mail goes astray, and a title may say what is treated. */
@Component
class FormLinkMail {

    static final String KIND = "form-link";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final PortalAddress portal;

    FormLinkMail(Outbox outbox, SenderIdentity sender, PersonLanguages languages, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
    }

    void send(FormLinkId id, SignInAddress to, FormLinkKey key, Instant until) {
        var words = languages.wordsAt(to.value());
        var clinic = sender.look().name();
        var day = LocalDate.ofInstant(until, CurrentTenant.get().zone());
        var content = EmailContent.of(
                        words.say("A form to fill in for {clinic}", "clinic", clinic),
                        words.say("A form to fill in"),
                        words.say("{clinic} asks you to fill in a form in its patient portal.", "clinic", clinic),
                        words.say(
                                "The button works until {day}. To be sure that it is you, we’ll then send a code to this"
                                        + " address.",
                                "day",
                                day),
                        words.say("If you did not expect this, you need do nothing."))
                .withAction(words.say("Open the form"), portal.of("/form/{secret}"))
                .in(words)
                .withSecret(key.value());
        outbox.send(Message.email(to.value(), new MessageAbout(KIND, id.toString()), content));
    }
}
