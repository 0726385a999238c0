package io.anteroom.clinic.document;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.audit.OncePerDay;
import io.anteroom.clinic.patient.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written down of documents: that something was done with one, never its name or what was said of it. */
@Component
class DocumentAudit {

    private final AuditLog log;
    private final OncePerDay once;

    DocumentAudit(AuditLog log, OncePerDay once) {
        this.log = log;
        this.once = once;
    }

    void record(AuditAction action, DocumentId document, @Nullable PatientId patient, Actor by) {
        log.record(by, of(action, document, patient));
    }

    /** Once a day for each who opens it: a browser that fetches it in parts asks many times. */
    void opened(DocumentId document, @Nullable PatientId patient, Actor by) {
        once.note(by, of(AuditAction.DOCUMENT_OPENED, document, patient));
    }

    private static AuditEntry of(AuditAction action, DocumentId document, @Nullable PatientId patient) {
        var entry = AuditEntry.of(action, "document", document);
        return patient == null ? entry : entry.ofPatient(patient.value());
    }
}
