package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.PlatformOutbox;
import io.anteroom.messaging.StillHolds;
import io.anteroom.webkit.host.Links;
import java.time.Clock;

/** The mail that asks whether an address is right, and the check that it still needs asking. */
class ConfirmationMail implements StillHolds {

    static final String KIND = "sign-up-confirmation";

    private final PlatformOutbox outbox;
    private final SignUpStore signUps;
    private final Links links;
    private final Clock clock;

    ConfirmationMail(PlatformOutbox outbox, SignUpStore signUps, Links links, Clock clock) {
        this.outbox = outbox;
        this.signUps = signUps;
        this.links = links;
        this.clock = clock;
    }

    void send(SignUp signUp, LinkToken token) {
        var wanted = signUp.organisation();
        var content = EmailContent.of(
                        "Confirm your email to start the portal of " + wanted.name(),
                        "Confirm your email address",
                        "Hello " + wanted.owner().name() + ",",
                        "You asked Anteroom to start a patient portal for " + wanted.name()
                                + ". Open the link and confirm, and we set it up while you watch.",
                        "The link works for 48 hours. If it was not you, do nothing: nothing is set up without it.")
                .withDetail("Organisation", wanted.name())
                .withDetail("Portal address", links.portalHost(wanted.slug().value()))
                .withAction("Confirm and set up the portal", links.platform("/signup/confirm/{secret}"))
                .withSecret(token.value());
        outbox.send(Message.email(wanted.owner().email().value(), about(signUp.id(), token), content));
    }

    /** Tells the one who asks for a new link too late that their portal's address is gone. */
    void sendAddressGone(SignUp signUp) {
        var wanted = signUp.organisation();
        var content = EmailContent.of(
                        "Choose another address for the portal of " + wanted.name(),
                        "Choose another address",
                        "Hello " + wanted.owner().name() + ",",
                        "We keep a portal's address for 48 hours. Yours was not confirmed in that time, and someone else has"
                                + " taken " + links.portalHost(wanted.slug().value()) + " since. Nothing else is lost.")
                .withAction("Start again", links.platform("/signup"));
        outbox.send(Message.email(
                wanted.owner().email().value(),
                new MessageAbout("sign-up-address-gone", signUp.id().toString()),
                content));
    }

    private static MessageAbout about(SignUpId id, LinkToken token) {
        return new MessageAbout(KIND, id + "/" + token.fingerprint());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean holds(String ref) {
        int slash = ref.indexOf('/');
        return signUps.waitsFor(SignUpId.of(ref.substring(0, slash)), ref.substring(slash + 1), clock.instant());
    }
}
