package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The records that went into others. {@link Patients} and {@link PatientSearch} know none of them. */
@Component
public class MergedRecords {

    private final Patients patients;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MergedRecords(Patients patients, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.patients = patients;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Into which record that one went, if it did. */
    @Transactional(readOnly = true)
    public Optional<PatientId> whereWent(PatientId merged) {
        return patients.findMergedInto(merged.value()).map(PatientId::new);
    }

    /** The records that went into that one, the last one first. */
    @Transactional(readOnly = true)
    public List<MergedRecord> into(PatientId stays) {
        return jdbc.sql("""
                        select id, merged_external_id, given_name, family_name, preferred_name, birth_date, gender, email, mobile,
                               home_phone, phone, address, alerts, merged_at, merged_by
                          from __tenant__.patient where merged_into = :id and merged order by merged_at desc, id desc""")
                .param("id", stays.value())
                .query((row, _) -> record(row))
                .list();
    }

    /**
     * Has {@code goes} go into {@code stays}, which has these details from then on. Nothing in force may refer to
     * {@code goes} any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(Patient stays, Patient goes, PatientDetails details, Actor by) {
        jdbc.sql("update __tenant__.patient set merged_into = :stays where merged_into = :goes and merged")
                .param("stays", stays.id().value())
                .param("goes", goes.id().value())
                .update();
        jdbc.sql("""
                        update __tenant__.patient
                           set merged = true, merged_into = :stays, merged_into_merged = false, merged_at = :now, merged_by = :by,
                               merged_external_id = external_id, external_id = null, version = version + 1
                         where id = :goes""")
                .param("stays", stays.id().value())
                .param("goes", goes.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
        var changes = DetailChanges.between(stays.details(), details);
        if (!changes.none()) {
            stays.change(details, by, clock.instant());
            audit.record(
                    by,
                    changes.on(AuditEntry.ofRecord(
                            AuditAction.PATIENT_CHANGED, stays.id().value())));
            patients.flush();
        }
    }

    private static MergedRecord record(ResultSet row) throws SQLException {
        return new MergedRecord(
                new PatientId(row.getLong("id")),
                new PatientDetails(
                        row.getString("merged_external_id"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("preferred_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("gender"),
                        Optional.ofNullable(row.getString("email"))
                                .map(EmailAddress::new)
                                .orElse(null),
                        Optional.ofNullable(row.getString("mobile"))
                                .map(MobileNumber::new)
                                .orElse(null),
                        number(row, "home_phone"),
                        number(row, "phone"),
                        row.getString("address"),
                        row.getString("alerts")),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                row.getString("merged_by"));
    }

    private static @Nullable PhoneNumber number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(PhoneNumber::new).orElse(null);
    }
}
