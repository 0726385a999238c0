package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who used a patient's record, out of the clinic's log. Invoices and clinical entries the patient can't see yet are the
 * clinic's own business and left out, and so is that it shared one, since the patient may not see it before a later day.
 * Only the patient is shown what other people with access did: a guardian learns nothing of the other one from this.
 */
@Component
public class RecordLog {

    static final int PAGE = 50;

    private static final List<String> NOT_SHOWN = List.of(
            AuditAction.INVOICE_CREATED.code(),
            AuditAction.INVOICE_CHANGED.code(),
            AuditAction.INVOICE_DISCARDED.code(),
            AuditAction.ENTRY_WRITTEN.code(),
            AuditAction.ENTRY_CHANGED.code(),
            AuditAction.ENTRY_DISCARDED.code(),
            AuditAction.ENTRY_SHARED.code());

    private static final Instant THE_END = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    RecordLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done with the record of the patient acted for, the newest first or from {@code after} on; nothing where
     * this person's access doesn't open clinical records.
     */
    @Transactional(readOnly = true)
    public Optional<RecordUses> read(ElevatedChart chart, Optional<AuditPosition> after) {
        return chart.patient()
                .map(patient -> read(patient, chart.chart().viewer().account(), after));
    }

    private RecordUses read(VisiblePatient patient, AccountId account, Optional<AuditPosition> after) {
        var from = after.orElse(new AuditPosition(THE_END, Long.MAX_VALUE));
        var uses = jdbc.sql("""
                        select id, at, actor_kind, actor_kind = 'patient' and actor_id = :account as yours, actor_name, action
                          from __tenant__.audit_entry
                         where patient_id = any(cast(:patient as bigint)
                                 || array(select p.id from __tenant__.patient p where p.merged and p.merged_into = :patient))
                           and action not in (:notShown) and (at, id) < (:at, :id)
                           and (:all or actor_kind <> 'patient' or actor_id = :account)
                         order by at desc, id desc limit :length""")
                .param("account", account.toString())
                .param("patient", patient.id().value())
                .param("notShown", NOT_SHOWN)
                .param("at", SqlTimes.sql(from.at()))
                .param("id", from.id())
                .param("all", patient.relationship() == Relationship.SELF)
                .param("length", PAGE + 1)
                .query((row, number) -> use(row))
                .list();
        boolean more = uses.size() > PAGE;
        return new RecordUses(patient, more ? uses.subList(0, PAGE) : uses, more);
    }

    private static RecordUse use(ResultSet row) throws SQLException {
        return new RecordUse(
                row.getLong("id"),
                SqlTimes.instant(row, "at"),
                row.getBoolean("yours") ? RecordUse.By.YOU : by(row.getString("actor_kind")),
                row.getString("actor_name"),
                EnumCode.read(AuditAction.class, row.getString("action")));
    }

    private static RecordUse.By by(String kind) {
        return switch (kind) {
            case "staff" -> RecordUse.By.STAFF;
            case "patient" -> RecordUse.By.ANOTHER_PERSON;
            case "operator" -> RecordUse.By.OPERATOR;
            default -> RecordUse.By.PLATFORM;
        };
    }
}
