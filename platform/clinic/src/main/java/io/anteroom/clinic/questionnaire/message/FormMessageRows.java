package io.anteroom.clinic.questionnaire.message;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to come as they are read and written, within a transaction. */
@Component
class FormMessageRows {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    FormMessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of one. */
    enum Outcome {
        SENT,
        NOT_OPEN,
        SECTION_OFF,
        NO_ADDRESS,
        /** A later one is due as well, as after the worker was away. */
        OUTDONE
    }

    /**
     * Plans what is said of these: that they are there, then; three days and one day before they are due, unless that is within a day of
     * now; and a day after.
     */
    void plan(List<AssignmentId> ids, Instant tellAt, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.questionnaire_message (assignment_id, step, due_at)
                        select a.id, s.step, s.at
                          from __tenant__.questionnaire_assignment a
                         cross join lateral (values
                               ('given', cast(:tellAt as timestamptz)),
                               ('soon', a.due_at - interval '3 days'),
                               ('tomorrow', a.due_at - interval '1 day'),
                               ('late', a.due_at + interval '1 day')) s (step, at)
                         where a.id = any(cast(:ids as bigint[]))
                           and (s.step = 'given' or s.at > cast(:now as timestamptz) + interval '1 day')
                        on conflict do nothing""")
                .param("ids", ids.stream().map(AssignmentId::value).toArray(Long[]::new))
                .param("tellAt", sql(tellAt))
                .param("now", sql(now))
                .update();
    }

    /** Plans what is said of their being due once more, by when they are due now. What went is not said again. */
    void planAnew(List<AssignmentId> ids, Instant now) {
        jdbc.sql("""
                        delete from __tenant__.questionnaire_message
                         where assignment_id = any(cast(:ids as bigint[])) and step <> 'given' and taken_at is null and done_at is null""")
                .param("ids", ids.stream().map(AssignmentId::value).toArray(Long[]::new))
                .update();
        plan(ids, now, now);
    }

    /** Takes what is due, at most five hundred. */
    List<FormStep> takeDue(Instant now) {
        return jdbc.sql("""
                        update __tenant__.questionnaire_message m set taken_at = :now
                          from (select d.assignment_id, d.step from __tenant__.questionnaire_message d
                                 where d.taken_at is null and d.done_at is null and d.due_at <= :now
                                 order by d.due_at limit :most for update) due
                         where m.assignment_id = due.assignment_id and m.step = due.step
                        returning m.assignment_id, m.step""")
                .param("now", sql(now))
                .param("most", AT_ONCE)
                .query((row, _) -> FormStep.of(row.getLong("assignment_id"), row.getString("step")))
                .list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select due_at from __tenant__.questionnaire_message
                         where taken_at is null and done_at is null order by due_at limit 1""").query((row, _) -> instant(row, "due_at")).optional();
    }

    /** Whether it has yet to be decided; nobody else decides it until the transaction ends. */
    boolean lock(FormStep step) {
        return jdbc.sql("""
                        select 1 from __tenant__.questionnaire_message
                         where assignment_id = :id and step = :step and done_at is null for update""")
                .param("id", step.assignment().value())
                .param("step", step.kind().stored())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether a later message of the same form is due as well. */
    boolean outdone(FormStep step, Instant now) {
        return jdbc.sql("""
                        select exists (select from __tenant__.questionnaire_message later
                                         join __tenant__.questionnaire_message own
                                           on own.assignment_id = later.assignment_id and own.step = :step
                                        where later.assignment_id = :id and later.due_at > own.due_at and later.due_at <= :now)""")
                .param("id", step.assignment().value())
                .param("step", step.kind().stored())
                .param("now", sql(now))
                .query(Boolean.class)
                .single();
    }

    void done(FormStep step, Outcome outcome, Instant now) {
        jdbc.sql("""
                        update __tenant__.questionnaire_message set done_at = :now, outcome = :outcome
                         where assignment_id = :id and step = :step""")
                .param("id", step.assignment().value())
                .param("step", step.kind().stored())
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .param("now", sql(now))
                .update();
    }

    /** Waits until then. */
    void putOff(FormStep step, Instant until) {
        jdbc.sql("""
                        update __tenant__.questionnaire_message set due_at = :until, taken_at = null
                         where assignment_id = :id and step = :step""")
                .param("id", step.assignment().value())
                .param("step", step.kind().stored())
                .param("until", sql(until))
                .update();
    }
}
