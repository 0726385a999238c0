package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.questionnaire.QuestionnaireId;

/** How acts on questionnaires read in the audit log: by title, which is no patient's. */
final class LibraryAudit {

    private LibraryAudit() {}

    static AuditEntry entry(AuditAction action, QuestionnaireId id, String title) {
        return AuditEntry.of(action, "questionnaire", id).with("Questionnaire", title);
    }
}
