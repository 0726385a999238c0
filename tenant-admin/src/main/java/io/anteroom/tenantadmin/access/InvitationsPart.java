package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.access.invitation.InvitationList;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tab's section of invitations. */
@Component
@Order(200)
class InvitationsPart implements AccessPart {

    private final InvitationList invitations;

    InvitationsPart(InvitationList invitations) {
        this.invitations = invitations;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        var url = PatientRecord.url(patient.id().value());
        return new StaticTemplates()
                .accessInvitations(
                        url,
                        invitations.of(patient.id()).stream()
                                .map(invitation -> InvitationRow.of(url, invitation))
                                .toList());
    }
}
