package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.invitation.InvitationId;
import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.invitation.Sending;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.invitation.RefusalWords;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sending an invitation anew, and taking it back. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/invitations/{invitation}")
class InvitationsController {

    private final Invitations invitations;
    private final PatientRecord records;

    InvitationsController(Invitations invitations, PatientRecord records) {
        this.invitations = invitations;
        this.records = records;
    }

    @PostMapping("/resend")
    @Needs(Permission.MANAGE_ACCESS)
    Reply resend(@PathVariable long id, @PathVariable long invitation, StaffMember staff) {
        var back = Reply.redirect(PatientRecord.url(records.find(id).id().value()));
        return switch (invitations.resend(new PatientId(id), new InvitationId(invitation), staff.actor())) {
            case Sending.Sent(var _) -> back.done("A new link is on its way; the old one works no more");
            case Sending.Refused(var reasons) -> back.refused(RefusalWords.message(reasons.getFirst()));
            case Sending.Gone() -> gone(id, invitation, back);
        };
    }

    @PostMapping("/revocation")
    @Needs(Permission.MANAGE_ACCESS)
    Reply revoke(@PathVariable long id, @PathVariable long invitation, StaffMember staff) {
        var back = Reply.redirect(PatientRecord.url(records.find(id).id().value()));
        return invitations.revoke(new PatientId(id), new InvitationId(invitation), staff.actor())
                ? back.done("The invitation is revoked; its link works no more")
                : gone(id, invitation, back);
    }

    /** A second click finds what the first did; a number of no invitation of this record is no page. */
    private Reply gone(long id, long invitation, Reply.Redirect back) {
        if (!invitations.exists(new PatientId(id), new InvitationId(invitation))) {
            throw new NoSuchPageException();
        }
        return back.done("That invitation had ended already");
    }
}
