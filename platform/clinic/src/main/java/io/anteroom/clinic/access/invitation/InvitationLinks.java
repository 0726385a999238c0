package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.signin.SignIns;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a link of an invitation leads to. A forged one, and one that was used, revoked, replaced or is over, are nothing
 * alike.
 */
@Component
public class InvitationLinks {

    private final InvitationRows rows;
    private final InvitationAudit audit;
    private final SignIns signIns;
    private final Clock clock;

    InvitationLinks(InvitationRows rows, InvitationAudit audit, SignIns signIns, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Looks, and changes nothing: mail scanners follow every link. */
    @Transactional(readOnly = true)
    public Optional<OpenInvitation> find(InvitationToken token) {
        return open(token)
                .map(invitation -> new OpenInvitation(
                        invitation.invitee().address().masked(),
                        invitation.invitee().provedBy(),
                        invitation.invitee().isThePatient(),
                        invitation.expiresAt()));
    }

    /** Notes that it was opened, and asks for the code that proves who accepts; nothing where it isn't open. */
    @Transactional
    public Optional<Asked> begin(InvitationToken token, AskedFrom from) {
        return open(token).map(invitation -> {
            if (rows.opened(invitation.id(), clock.instant())) {
                audit.opened(invitation);
            }
            var errand = new Errand(InvitationMessages.KIND, invitation.id().toString());
            return signIns.ask(invitation.invitee().address(), errand, from);
        });
    }

    private Optional<Invitation> open(InvitationToken token) {
        return rows.find(token).filter(invitation -> invitation.isOpen(clock.instant()));
    }
}
