package io.anteroom.clinic.record;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How entries come to patients, and go. Whoever calls has asked for {@code EDIT_RECORDS}. */
@Component
@Transactional
public class RecordSharing {

    private final RecordRows rows;
    private final ReleaseRules rules;
    private final RecordAudit audit;
    private final RecordNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordSharing(
            RecordRows rows, ReleaseRules rules, RecordAudit audit, RecordNews news, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.audit = audit;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Shares a draft: from now on the rule of its category says when it is seen, whatever that rule becomes later.
     *
     * @param seen the version that was looked at, so that nobody shares what they never saw
     */
    public RecordAnswer share(PatientId patient, RecordId id, int seen, Actor.Staff by) {
        return with(patient, id, entry -> {
            if (entry.state() != RecordState.DRAFT) {
                return entry.state() == RecordState.SHARED ? new RecordAnswer.Done(id) : new RecordAnswer.NotNow(entry);
            }
            if (entry.version() != seen) {
                return new RecordAnswer.Meanwhile(entry);
            }
            var now = clock.instant();
            var release = rules.of(entry.content().category());
            var from = release.releasedAt(now);
            jdbc.sql("""
                            update __tenant__.record_entry
                               set state = 'shared', shared_at = :now, rule = :rule, may_wait = :wait,
                                   released_at = cast(:from as timestamptz), version = version + 1
                             where id = :id""")
                    .param("now", sql(now))
                    .param("rule", release.rule().code())
                    .param("wait", release.mayWait())
                    .param("from", sqlOrNull(from))
                    .param("id", id.value())
                    .update();
            audit.acted(AuditAction.ENTRY_SHARED, patient, id, by);
            if (from != null) {
                news.tell(id, entry.edition(), from);
            }
            return new RecordAnswer.Done(id);
        });
    }

    /**
     * Lets everybody with access see it from now on, as a clinician who has gone over it. What was corrected since somebody went over
     * it can be gone over again, of which nobody is told: it is seen already.
     *
     * @param seen the version that was gone over, so that nobody stands for what they never saw
     */
    public RecordAnswer release(PatientId patient, RecordId id, int seen, Actor.Staff by) {
        return with(patient, id, entry -> {
            if (entry.state() != RecordState.SHARED) {
                return new RecordAnswer.NotNow(entry);
            }
            if (entry.isReviewedAsItStands()) {
                return new RecordAnswer.Done(id);
            }
            if (entry.version() != seen) {
                return new RecordAnswer.Meanwhile(entry);
            }
            var now = clock.instant();
            jdbc.sql("""
                            update __tenant__.record_entry
                               set released_at = least(released_at, :now), reviewed_at = :now, reviewed_by = :name,
                                   version = version + 1
                             where id = :id""")
                    .param("now", sql(now))
                    .param("name", by.name())
                    .param("id", id.value())
                    .update();
            audit.acted(AuditAction.ENTRY_RELEASED, patient, id, by);
            if (!entry.isReviewed()) {
                news.tell(id, entry.edition(), now);
            }
            return new RecordAnswer.Done(id);
        });
    }

    /**
     * Takes back what was shared. Whoever could see it reads why.
     *
     * @param because 1 to 500 characters, for the patient
     */
    public RecordAnswer withdraw(PatientId patient, RecordId id, String because, Actor.Staff by) {
        return with(patient, id, entry -> {
            if (entry.state() != RecordState.SHARED) {
                return entry.state() == RecordState.WITHDRAWN
                        ? new RecordAnswer.Done(id)
                        : new RecordAnswer.NotNow(entry);
            }
            jdbc.sql("""
                            update __tenant__.record_entry
                               set state = 'withdrawn', withdrawn_at = :now, withdrawn_because = :because, version = version + 1
                             where id = :id""")
                    .param("now", sql(clock.instant()))
                    .param("because", because)
                    .param("id", id.value())
                    .update();
            audit.acted(AuditAction.ENTRY_WITHDRAWN, patient, id, by);
            news.tellOfTheOthers(patient, id);
            return new RecordAnswer.Done(id);
        });
    }

    /** Notes that a step of a plan is done, or that it isn't; how things go is no correction of the plan. */
    public RecordAnswer tick(PatientId patient, RecordId id, int step, boolean done, LocalDate today, Actor.Staff by) {
        return with(patient, id, entry -> {
            if (entry.state() == RecordState.WITHDRAWN
                    || !(entry.content().body() instanceof RecordBody.Plan plan)
                    || !plan.has(step)) {
                return new RecordAnswer.NotNow(entry);
            }
            if (done) {
                jdbc.sql("""
                                insert into __tenant__.record_step (entry_id, step, done_on, done_by)
                                values (:id, :step, :today, :name) on conflict (entry_id, step) do nothing""")
                        .param("id", id.value())
                        .param("step", step)
                        .param("today", today)
                        .param("name", by.name())
                        .update();
            } else {
                jdbc.sql("delete from __tenant__.record_step where entry_id = :id and step = :step")
                        .param("id", id.value())
                        .param("step", step)
                        .update();
            }
            audit.tick(patient, id, by);
            return new RecordAnswer.Done(id);
        });
    }

    private RecordAnswer with(PatientId patient, RecordId id, Function<RecordEntry, RecordAnswer> act) {
        return rows.take(patient, id).map(act).orElseGet(RecordAnswer.Gone::new);
    }
}
