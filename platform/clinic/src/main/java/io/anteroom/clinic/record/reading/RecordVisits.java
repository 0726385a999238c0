package io.anteroom.clinic.record.reading;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When an account looks through a patient's records, so that what came since can be marked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordVisits {

    /** Looking again within this time is the same visit, so that a mark doesn't go by turning a page. */
    static final Duration SAME_VISIT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;

    RecordVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A visit.
     *
     * @param before when the one before it began, or null if there was none
     * @param waits what the account chose
     * @param waiting how many entries the account doesn't see for that reason alone
     * @param mayWait whether the clinic leaves that choice for anything
     */
    record Visit(@Nullable Instant before, boolean waits, long waiting, boolean mayWait) {}

    /** Notes that the account looks through that patient's records now; one statement. */
    Visit note(AccountId account, PatientId patient, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.record_visit as v (account_id, patient_id, last_at)
                        values (:account, :patient, :now)
                        on conflict (account_id, patient_id) do update
                        set before_at = case when v.last_at < :anew then v.last_at else v.before_at end, last_at = excluded.last_at
                        returning before_at,
                                  exists (select 1 from __tenant__.record_preference w
                                           where w.account_id = :account and w.waits) as waits,
                                  (select count(*)
                                     from __tenant__.record_entry e
                                     join __tenant__.record_preference w on w.account_id = :account and w.waits
                                    where e.patient_id = :patient and e.state = 'shared' and e.released_at <= :now
                                      and e.may_wait and e.reviewed_at is null) as waiting,
                                  exists (select 1 from __tenant__.record_release r where r.may_wait) as may_wait""")
                .param("account", account.value())
                .param("patient", patient.value())
                .param("now", sql(now))
                .param("anew", sql(now.minus(SAME_VISIT)))
                .query((row, _) -> new Visit(
                        instantOrNull(row, "before_at"),
                        row.getBoolean("waits"),
                        row.getLong("waiting"),
                        row.getBoolean("may_wait")))
                .single();
    }

    /** What a visit of somebody would be who never looked before; nothing is noted. */
    Visit ofNobody() {
        boolean mayWait = jdbc.sql("select exists (select 1 from __tenant__.record_release r where r.may_wait)")
                .query(Boolean.class)
                .single();
        return new Visit(null, false, 0, mayWait);
    }
}
