package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.PlatformOutbox;
import io.anteroom.messaging.StillHolds;
import io.anteroom.webkit.host.Links;
import java.time.Clock;

/** The mail that tells an owner that the portal is live, and the check that its link is still the latest. */
class WelcomeMail implements StillHolds {

    private static final String KIND = "owner-welcome";

    private final PlatformOutbox outbox;
    private final WelcomeStore store;
    private final Links links;
    private final Clock clock;

    WelcomeMail(PlatformOutbox outbox, WelcomeStore store, Links links, Clock clock) {
        this.outbox = outbox;
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    void send(Welcome welcome, LinkToken token) {
        var content = EmailContent.of(
                        "The portal of " + welcome.organisation() + " is live",
                        "Your portal is live",
                        "Hello " + welcome.ownerName() + ",",
                        "The portal of " + welcome.organisation() + " stands at its address, and you are its owner.",
                        "Open the link and set a password. If you already have one with Anteroom, the link takes you"
                                + " straight to your clinic. It works for 7 days, and you can ask for a new one on the"
                                + " page it opens.")
                .withDetail("You sign in as", welcome.ownerEmail().value())
                .withDetail("Portal for patients", links.portalHost(welcome.slug()))
                .withAction("Set your password", links.platform("/welcome/{secret}"))
                .withSecret(token.value());
        var about = new MessageAbout(KIND, welcome.id() + "/" + token.fingerprint());
        outbox.send(Message.email(welcome.ownerEmail().value(), about, content));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean holds(String ref) {
        int slash = ref.indexOf('/');
        return store.good(SignUpId.of(ref.substring(0, slash)), ref.substring(slash + 1), clock.instant());
    }
}
