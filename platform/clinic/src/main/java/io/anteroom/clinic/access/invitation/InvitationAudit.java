package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the audit log says about invitations. */
@Component
class InvitationAudit {

    private final AuditLog log;

    InvitationAudit(AuditLog log) {
        this.log = log;
    }

    void sent(InvitationId id, PatientId patient, Invitee invitee, Actor.Staff by) {
        var entry = about(AuditAction.INVITATION_SENT, id, patient, invitee);
        if (invitee.email() != null) {
            entry = entry.with("Email", invitee.email().value());
        }
        if (invitee.mobile() != null) {
            entry = entry.with("Mobile", invitee.mobile().value());
        }
        log.record(by, entry.with("Access", access(invitee)));
    }

    void revoked(Invitation invitation, String why, Actor.Staff by) {
        log.record(
                by,
                about(AuditAction.INVITATION_REVOKED, invitation.id(), invitation.patient(), invitation.invitee())
                        .with("Because", why));
    }

    /** Nobody knows yet who it was. */
    void opened(Invitation invitation) {
        log.record(
                new Actor.System("Whoever has the link"),
                about(AuditAction.INVITATION_OPENED, invitation.id(), invitation.patient(), invitation.invitee()));
    }

    void accepted(Invitation invitation, Actor.PortalUser by) {
        log.record(
                by,
                about(AuditAction.INVITATION_ACCEPTED, invitation.id(), invitation.patient(), invitation.invitee())
                        .with("Proved by", invitation.invitee().address().value())
                        .with("Access", access(invitation.invitee())));
    }

    private static AuditEntry about(AuditAction action, InvitationId id, PatientId patient, Invitee invitee) {
        return AuditEntry.of(action, "invitation", id)
                .ofPatient(patient.value())
                .with(
                        "To",
                        invitee.name() == null
                                ? "the patient"
                                : invitee.name() + ", "
                                        + invitee.terms().relationship().stored());
    }

    private static String access(Invitee invitee) {
        var terms = invitee.terms();
        var scopes = terms.scopes().stream().sorted().map(AccessScope::stored).collect(Collectors.joining(", "));
        var until = terms.expiresAt() == null
                ? ""
                : ", until "
                        + LocalDate.ofInstant(
                                terms.expiresAt(), CurrentTenant.get().zone());
        return terms.level().stored() + ": " + scopes + until;
    }
}
