package io.anteroom.clinic.record;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.audit.OncePerDay;
import io.anteroom.clinic.audit.ToldToPatients;
import io.anteroom.clinic.patient.PatientId;
import org.springframework.stereotype.Component;

/** What the audit log says of entries: which one, and never what stands in it, not even of what kind it is. */
@Component
public class RecordAudit {

    private static final String SUBJECT = ToldToPatients.RECORD_ENTRY;

    private final AuditLog log;
    private final OncePerDay once;

    RecordAudit(AuditLog log, OncePerDay once) {
        this.log = log;
        this.once = once;
    }

    void acted(AuditAction action, PatientId patient, RecordId entry, Actor by) {
        log.record(by, of(action, patient, entry));
    }

    void tick(PatientId patient, RecordId entry, Actor by) {
        once.note(by, of(AuditAction.PLAN_PROGRESS_NOTED, patient, entry));
    }

    /** Notes that somebody is shown an entry, once a day for each of them; one statement. */
    public void read(PatientId patient, RecordId entry, Actor by) {
        once.note(by, of(AuditAction.ENTRY_READ, patient, entry));
    }

    /** Notes that somebody saves the file of an entry, once a day for each of them; one statement. */
    public void saved(PatientId patient, RecordId entry, Actor by) {
        once.note(by, of(AuditAction.DOCUMENT_OPENED, patient, entry));
    }

    /** Notes that somebody is shown the lists of a patient's entries, once a day for each of them; one statement. */
    public void lookedThrough(PatientId patient, Actor by) {
        once.note(by, AuditEntry.ofRecord(AuditAction.ENTRIES_LOOKED_THROUGH, patient.value()));
    }

    /** Notes when somebody wants to see what the clinic shares. */
    public void chose(VisibleChart chart, boolean afterClinician) {
        var entry = AuditEntry.of(
                        AuditAction.CLINICIAN_FIRST_CHOSEN,
                        "portal-account",
                        chart.viewer().account())
                .with("When", afterClinician ? "after a clinician" : "as the clinic’s rule says");
        log.record(
                chart.actor(),
                chart.actingFor()
                        .map(patient -> entry.ofPatient(patient.id().value()))
                        .orElse(entry));
    }

    private static AuditEntry of(AuditAction action, PatientId patient, RecordId entry) {
        return AuditEntry.of(action, SUBJECT, entry).ofPatient(patient.value());
    }
}
