package io.anteroom.clinic.record.reading;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.FormerEdition;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordRows;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes of clinical records into a patient's copy of everything: what the pages would show whoever asked for it, by the same rule. Whether
 * they may, and the trace of it, are the copy's.
 */
@Component
public class CopiedRecords {

    private final JdbcClient jdbc;
    private final RecordRows rows;

    CopiedRecords(JdbcClient jdbc, RecordRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Some entries, in the order of their numbers.
     *
     * @param account who asked for the copy, and may wait for a clinician
     * @param after a number, 0 to begin
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<RecordEntry> read(PatientId patient, AccountId account, Instant at, long after, int most) {
        return jdbc.sql("select " + RecordRows.COLUMNS + """
                          from __tenant__.record_entry e
                         where e.patient_id = :patient and e.state = 'shared' and e.id > :after and"""
                        + " " + VisibleRecords.RELEASED + " order by e.id limit :most")
                .param("patient", patient.value())
                .param("account", account.value())
                .param("now", sql(at))
                .param("after", after)
                .param("most", most)
                .query((row, _) -> RecordRows.entry(row))
                .list();
    }

    /** What one of them said before it was corrected, the newest first, as far as that account could see it then. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<FormerEdition> formers(RecordEntry entry, AccountId account) {
        return entry.edition() > 1 ? rows.formersSeen(entry, account) : List.of();
    }
}
