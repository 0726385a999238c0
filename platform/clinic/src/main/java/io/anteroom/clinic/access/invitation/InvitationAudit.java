package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the audit log says about invitations. */
@Component
class InvitationAudit {

    private static final String RULE = "the clinic's rule of accounts is against it";

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
        log.record(by, entry.with("Access", invitee.terms().inWords(zone())));
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
                        .with("Access", invitation.invitee().terms().inWords(zone())));
    }

    /** Somebody proved the address, and what came in the way since the invitation was sent keeps them out. */
    void refused(Invitation invitation, List<Refusal> refusals) {
        log.record(
                new Actor.System("Whoever has the link"),
                about(AuditAction.INVITATION_REFUSED, invitation.id(), invitation.patient(), invitation.invitee())
                        .with("Proved", invitation.invitee().address().value())
                        .with("Because", refusals.isEmpty() ? RULE : why(refusals)));
    }

    private static String why(List<Refusal> refusals) {
        return refusals.stream().map(InvitationAudit::why).collect(Collectors.joining("; "));
    }

    private static String why(Refusal refusal) {
        return switch (refusal) {
            case Refusal.PortalOff() -> "the portal is off";
            case Refusal.Taken(var _, var _), Refusal.Unverified(var _, var _) ->
                "the address signs in to another account";
            case Refusal.ThePatients(var _) -> "the address is the patient's own";
            case Refusal.NotThePatients(var _) -> "the patient signs in with another address";
            case Refusal.PastAge(var _) -> "the patient is past the age at which a parent's access ends";
            case Refusal.OpenToAnother(var _) -> "the record is open to another account";
            default -> RULE;
        };
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

    private static ZoneId zone() {
        return CurrentTenant.get().zone();
    }
}
