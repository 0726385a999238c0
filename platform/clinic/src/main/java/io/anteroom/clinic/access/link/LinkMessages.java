package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.messaging.SmsContent;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The email and the text message that carry a link. What makes it work is kept sealed until it is sent. */
@Component
class LinkMessages {

    static final String KIND = "patient-link";

    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PersonLanguages languages;
    private final PortalAddress portal;

    LinkMessages(Outbox outbox, SenderIdentity sender, PersonLanguages languages, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.languages = languages;
        this.portal = portal;
    }

    void send(PatientLink link, LinkToken token, SignInAddress to) {
        var about = new MessageAbout(KIND, Long.toString(link.id()));
        var clinic = sender.look().name();
        var words = languages.wordsAt(to.value());
        var url = portal.of(new LinkToken("{secret}").path());
        outbox.send(
                to.channel() == CredentialChannel.EMAIL
                        ? Message.email(
                                to.value(), about, email(words, clinic, url).withSecret(token.value()))
                        : Message.sms(
                                to.value(), about, text(words, clinic, url).withSecret(token.value())));
    }

    private static EmailContent email(Words words, String clinic, String url) {
        return EmailContent.of(
                        words.say("Your link to the patient portal of {clinic}", "clinic", clinic),
                        words.say("Your way into the portal"),
                        words.say(
                                "{clinic} has made a link for you. It leads to your patient portal, and asks you to show that it"
                                        + " is you with a code that we send.",
                                "clinic",
                                clinic),
                        words.say("The link works once, for seven days. Please don’t pass it on."),
                        words.say(
                                "If you did not expect this, you need do nothing: nobody can get in with the link alone."))
                .withAction(words.say("Open the portal"), url)
                .in(words);
    }

    private static SmsContent text(Words words, String clinic, String url) {
        return SmsContent.of(words.say(
                        "Your link to the patient portal of {clinic}. It works once, for seven days. Please don’t pass it on.",
                        "clinic",
                        clinic)
                + "\n" + url);
    }

    /** A link that works no more isn't sent. */
    @Component
    static class WorksStill implements StillHolds {

        private final LinkRows links;
        private final Clock clock;

        WorksStill(LinkRows links, Clock clock) {
            this.links = links;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean holds(String ref) {
            return links.find(Long.parseLong(ref))
                    .filter(link -> link.works(clock.instant()))
                    .isPresent();
        }
    }
}
