package io.anteroom.clinic.questionnaire.assignment;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement that writes an assignment, within a transaction. */
@Component
class AssignmentWriter {

    private final JdbcClient jdbc;
    private final SecureRandom random;

    AssignmentWriter(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** What is given, and to whom. */
    record Gift(
            VersionId version,
            @Nullable PatientId patient,
            @Nullable AccountId account,
            @Nullable AppointmentId appointment,
            @Nullable ServiceId service,
            Why why,
            @Nullable Instant due,
            String by) {}

    AssignmentId insert(Gift gift, Instant now) {
        var patient = gift.patient();
        var account = gift.account();
        var appointment = gift.appointment();
        var service = gift.service();
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_assignment
                            (reference, version_id, patient_id, account_id, appointment_id, service_id, why, state, due_at, assigned_at, assigned_by)
                        values (:reference, :version, :patient, :account, :appointment, :service, :why, 'not_started', :due, :now, :by)
                        returning id""")
                .param("reference", Reference.draw(random).value())
                .param("version", gift.version().value())
                .param("patient", patient == null ? null : patient.value())
                .param("account", account == null ? null : account.value())
                .param("appointment", appointment == null ? null : appointment.value())
                .param("service", service == null ? null : service.value())
                .param("why", gift.why().stored())
                .param("due", sqlOrNull(gift.due()))
                .param("now", sql(now))
                .param("by", gift.by())
                .query((row, _) -> new AssignmentId(row.getLong("id")))
                .single();
    }

    /**
     * Gives the same to each of these patients who stand, unless they have an open one of the same questionnaire.
     *
     * @return the new ones
     */
    List<AssignmentId> insertAll(
            VersionId version, List<PatientId> patients, @Nullable Instant due, String by, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_assignment
                            (reference, version_id, patient_id, why, state, due_at, assigned_at, assigned_by)
                        select w.reference, :version, p.id, 'in_bulk', 'not_started', cast(:due as timestamptz), :now, :by
                          from unnest(cast(:patients as bigint[]), cast(:references as text[])) as w (patient, reference)
                          join __tenant__.patient p on p.id = w.patient and not p.merged
                         where not exists (
                               select from __tenant__.questionnaire_assignment a
                                 join __tenant__.questionnaire_version v on v.id = a.version_id
                                where a.patient_id = p.id and a.state in ('not_started', 'in_progress')
                                  and v.questionnaire_id = (select questionnaire_id from __tenant__.questionnaire_version where id = :version))
                        returning id""")
                .param("version", version.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(Long[]::new))
                .param(
                        "references",
                        patients.stream()
                                .map(_ -> Reference.draw(random).value())
                                .toArray(String[]::new))
                .param("due", sqlOrNull(due))
                .param("now", sql(now))
                .param("by", by)
                .query((row, _) -> new AssignmentId(row.getLong("id")))
                .list();
    }

    void withdraw(AssignmentId id, Instant now) {
        jdbc.sql(
                        "update __tenant__.questionnaire_assignment set state = 'withdrawn', withdrawn_at = :now where id = :id")
                .param("id", id.value())
                .param("now", sql(now))
                .update();
    }

    /** With its appointment, and back with that. */
    void withdrawWithAppointment(AssignmentId id, Instant now) {
        jdbc.sql("""
                        update __tenant__.questionnaire_assignment
                           set state = 'withdrawn', withdrawn_at = :now, withdrawn_with_appointment = true where id = :id""").param("id", id.value()).param("now", sql(now)).update();
    }

    /** Whether it was taken back with its appointment, and is there again. */
    boolean bringBack(AssignmentId id) {
        return jdbc.sql("""
                        update __tenant__.questionnaire_assignment
                           set state = 'not_started', withdrawn_at = null, withdrawn_with_appointment = false
                         where id = :id and withdrawn_with_appointment""").param("id", id.value()).update() == 1;
    }

    void due(AssignmentId id, @Nullable Instant due) {
        jdbc.sql("update __tenant__.questionnaire_assignment set due_at = :due where id = :id")
                .param("id", id.value())
                .param("due", sqlOrNull(due))
                .update();
    }

    /** Something was saved. */
    long saved(AssignmentId id, Instant now) {
        return jdbc.sql("""
                        update __tenant__.questionnaire_assignment
                           set state = 'in_progress', started_at = coalesce(started_at, :now), revision = revision + 1
                         where id = :id returning revision""")
                .param("id", id.value())
                .param("now", sql(now))
                .query(Long.class)
                .single();
    }

    void completed(AssignmentId id, AccountId by, Instant now) {
        jdbc.sql("""
                        update __tenant__.questionnaire_assignment
                           set state = 'completed', completed_at = :now, completed_by = :by, started_at = coalesce(started_at, :now),
                               revision = revision + 1
                         where id = :id""")
                .param("id", id.value())
                .param("by", by.value())
                .param("now", sql(now))
                .update();
    }

    void claim(AssignmentId id, PatientId patient) {
        jdbc.sql("update __tenant__.questionnaire_assignment set patient_id = :patient where id = :id")
                .param("id", id.value())
                .param("patient", patient.value())
                .update();
    }
}
