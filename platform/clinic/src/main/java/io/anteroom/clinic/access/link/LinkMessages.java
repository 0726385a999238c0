package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.settings.PortalAddress;
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
    private final PortalAddress portal;

    LinkMessages(Outbox outbox, SenderIdentity sender, PortalAddress portal) {
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
    }

    void send(PatientLink link, LinkToken token, SignInAddress to) {
        var about = new MessageAbout(KIND, Long.toString(link.id()));
        var clinic = sender.look().name();
        var url = portal.of(new LinkToken("{secret}").path());
        outbox.send(
                to.channel() == CredentialChannel.EMAIL
                        ? Message.email(to.value(), about, email(clinic, url).withSecret(token.value()))
                        : Message.sms(to.value(), about, text(clinic, url).withSecret(token.value())));
    }

    private static EmailContent email(String clinic, String url) {
        return EmailContent.of(
                        "Your link to the patient portal of " + clinic,
                        "Your way into the portal",
                        clinic
                                + " has made a link for you. It leads to your patient portal, and asks you to show that it is"
                                + " you with a code that we send.",
                        "The link works once, for seven days. Please don’t pass it on.",
                        "If you did not expect this, you need do nothing: nobody can get in with the link alone.")
                .withAction("Open the portal", url);
    }

    private static SmsContent text(String clinic, String url) {
        return SmsContent.of("Your link to the patient portal of " + clinic
                + ". It works once, for seven days. Please don’t pass it on.\n" + url);
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
