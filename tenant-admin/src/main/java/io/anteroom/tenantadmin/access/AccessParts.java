package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What features add to the tab, in order. */
@Component
class AccessParts {

    private final List<AccessPart> parts;

    AccessParts(ObjectProvider<AccessPart> parts) {
        this.parts = parts.orderedStream().toList();
    }

    List<Content> of(Patient patient, StaffMember staff) {
        return parts.stream().map(part -> part.of(patient, staff)).toList();
    }
}
