package io.anteroom.tenantadmin.access.preview;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads to the preview of the portal. */
@Component
@Order(400)
class PreviewPart implements AccessPart {

    PreviewPart() {}

    @Override
    public Content of(Patient patient, StaffMember staff) {
        return new StaticTemplates()
                .accessPreviewSection(PatientRecord.url(patient.id().value()) + "/preview");
    }
}
