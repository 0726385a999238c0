package io.anteroom.tenantadmin.access.registration;

import gg.jte.Content;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a record: somebody who opened an account may be this patient. Nothing where nobody may. */
@Component
@Order(5)
class PossibleMatchPart implements AccessPart {

    private final RegistrationRequests requests;

    PossibleMatchPart(RegistrationRequests requests) {
        this.requests = requests;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        return new StaticTemplates()
                .accessPossibleMatch(requests.possiblyOf(patient.id()).stream()
                        .map(RequestRow::of)
                        .toList());
    }
}
