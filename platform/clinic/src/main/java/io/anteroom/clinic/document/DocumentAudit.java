package io.anteroom.clinic.document;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import org.springframework.stereotype.Component;

/** What is written down of documents: that something was done with one, never its name or what was said of it. */
@Component
class DocumentAudit {

    private final AuditLog log;

    DocumentAudit(AuditLog log) {
        this.log = log;
    }

    void record(AuditAction action, DocumentId document, PatientId patient, Actor by) {
        log.record(by, AuditEntry.of(action, "document", document).ofPatient(patient.value()));
    }
}
