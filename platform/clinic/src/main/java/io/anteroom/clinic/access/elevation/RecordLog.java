package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.clinic.audit.ToldToPatients;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who used a patient's record, out of the clinic's log. What patients must not know of yet is left out
 * ({@link ToldToPatients}).
 * Only the patient is shown what other people with access did: a guardian learns nothing of the other one from this.
 */
@Component
public class RecordLog {

    static final int PAGE = 50;

    private static final Instant THE_END = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clock clock;

    RecordLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
                        select a.id, a.at, a.actor_kind, a.actor_kind = 'patient' and a.actor_id = :account as yours,
                               a.actor_name, a.action
                          from __tenant__.audit_entry a
                         where a.patient_id = any(cast(:patient as bigint)
                                 || array(select p.id from __tenant__.patient p where p.merged and p.merged_into = :patient))
                           and (a.at, a.id) < (:at, :id)
                           and (:all or a.actor_kind <> 'patient' or a.actor_id = :account)
                           and""" + ToldToPatients.CONDITION + " order by a.at desc, a.id desc limit :length")
                .param("account", account.toString())
                .param("patient", patient.id().value())
                .param("notShown", ToldToPatients.NOT_SHOWN)
                .param("now", SqlTimes.sql(clock.instant()))
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
