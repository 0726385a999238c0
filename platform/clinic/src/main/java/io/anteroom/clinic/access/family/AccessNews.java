package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SenderIdentity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a patient that somebody else may see more of the record than before. Less is not told: whoever had to be shut out
 * is not to hear of it from here.
 */
@Component
class AccessNews {

    private final ConcernedGrants grants;
    private final Addressees addressees;
    private final Outbox outbox;
    private final SenderIdentity sender;
    private final PortalAddress portal;

    AccessNews(
            ConcernedGrants grants, Addressees addressees, Outbox outbox, SenderIdentity sender, PortalAddress portal) {
        this.grants = grants;
        this.addressees = addressees;
        this.outbox = outbox;
        this.sender = sender;
        this.portal = portal;
    }

    /** Within the transaction of the act, so that there is no news of what was rolled back. */
    @EventListener
    void widened(AccessWidened event) {
        if (event.after().relationship() == Relationship.SELF) {
            return;
        }
        grants.of(event.account(), event.patient())
                .ifPresent(grant -> addressees
                        .ofPatient(event.patient())
                        .ifPresent(address -> outbox.send(
                                Message.email(address, AccessStillHeld.about(grant), mail(grant, event.after())))));
    }

    private EmailContent mail(ConcernedGrants.Concerned grant, GrantTerms terms) {
        var clinic = sender.look().name();
        var record = "the record of " + grant.patientName();
        var mail = EmailContent.of(
                        "Somebody can see more of a record at " + clinic + " now",
                        "Access to " + record + " has changed",
                        grant.holder() + " can now see more of " + record + " in the patient portal of " + clinic + ".",
                        "If this is as it should be, you need do nothing. If you didn’t expect it, please tell the"
                                + " clinic: it can end this access at once.")
                .withDetail("Who", grant.holder())
                .withDetail("Is the patient’s", NewsWords.what(terms.relationship()))
                .withDetail("Can see", sees(terms));
        if (terms.expiresAt() != null) {
            mail = mail.withDetail("Until", NewsWords.lastDay(terms.expiresAt()));
        }
        return mail.withAction("See who has access", portal.of("/access"));
    }

    private static String sees(GrantTerms terms) {
        return terms.level() == AccessLevel.LIMITED ? "only what this person enters" : NewsWords.parts(terms.scopes());
    }
}
