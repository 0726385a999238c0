package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.stereotype.Component;

/** How forms read in the audit log: their number, and never what they ask or what was said. */
@Component
class AssignmentAudit {

    private final AuditLog log;

    AssignmentAudit(AuditLog log) {
        this.log = log;
    }

    void record(AuditAction action, Assignment assignment, Actor by) {
        var entry = AuditEntry.of(action, "questionnaire-assignment", assignment.id());
        var patient = assignment.patient();
        log.record(by, patient == null ? entry : entry.ofPatient(patient.value()));
    }
}
