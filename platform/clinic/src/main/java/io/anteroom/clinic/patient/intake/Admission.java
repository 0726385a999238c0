package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes patients of the rows that are ready: one transaction, and one statement for all of them. */
@Component
class Admission {

    private final ImportFiles files;
    private final ImportRows rows;
    private final Duplicates duplicates;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Admission(ImportFiles files, ImportRows rows, Duplicates duplicates, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.duplicates = duplicates;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds them, unless that was done already. */
    @Transactional
    public void admit(ImportId id) {
        files.lock(id).filter(file -> file.state() == ImportState.IMPORTING).ifPresent(file -> {
            // Patients may have been added since the file was checked.
            duplicates.markKnownPatients(id);
            files.countVerdicts(id);
            Instant now = clock.instant();
            int added = add(file, now);
            rows.deleteReady(id);
            files.finish(id, added, now);
            audit.record(
                    new Actor.Staff(file.bySubject(), file.byName()),
                    AuditEntry.of(AuditAction.PATIENTS_IMPORTED, "patient-import", id)
                            .with("File", file.fileName())
                            .with("Patients added", Integer.toString(added)));
        });
    }

    private int add(PatientImport file, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.patient
                            (version, external_id, given_name, family_name, preferred_name, birth_date, gender, email, mobile,
                             home_phone, phone, address, alerts, family_key, given_key, search, created_at, changed_at,
                             changed_by)
                        select 0, external_id, given_name, family_name, preferred_name, birth_date, gender, email, mobile,
                               home_phone, phone, address, alerts, family_key, given_key, search, cast(? as timestamptz),
                               cast(? as timestamptz), ?
                        from __tenant__.patient_import_row where import_id = ? and verdict = 'ready' order by line""")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC),
                        file.byName(),
                        file.id().value())
                .update();
    }
}
