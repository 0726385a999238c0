package io.anteroom.clinic.questionnaire.message;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.questionnaire.AssignmentId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to come as they are read and written, within a transaction. */
@Component
class FormMessageRows {

    private static final int AT_ONCE = 500;

    /** After the usual quiet hours, so that what is planned for a day goes on that day. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

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
     * Plans what is said of these: that they are there, then; in the mornings of the third day and of the day before they are due,
     * unless that is within a day of now; and in the morning after. What is planned for another time already, or went when they were due
     * at another, is planned anew.
     *
     * @param zone by whose clocks it is morning
     */
    void plan(List<AssignmentId> ids, Instant tellAt, Instant now, ZoneId zone) {
        jdbc.sql("""
                        insert into __tenant__.questionnaire_message as planned (assignment_id, step, due_at)
                        select a.id, s.step, s.at
                          from __tenant__.questionnaire_assignment a
                         cross join lateral (select cast(a.due_at at time zone :zone as date) as day) due
                         cross join lateral (values
                               ('given', cast(:tellAt as timestamptz)),
                               ('soon', (due.day - 3 + cast(:morning as time)) at time zone :zone),
                               ('tomorrow', (due.day - 1 + cast(:morning as time)) at time zone :zone),
                               ('late', (due.day + 1 + cast(:morning as time)) at time zone :zone)) s (step, at)
                         where a.id = any(cast(:ids as bigint[]))
                           and case s.step when 'given' then true
                                           when 'late' then a.due_at > cast(:now as timestamptz)
                                           else s.at > cast(:now as timestamptz) + interval '1 day' end
                        on conflict (assignment_id, step) do update
                           set due_at = excluded.due_at, taken_at = null, done_at = null, outcome = null
                         where planned.step <> 'given'""")
                .param("ids", ids.stream().map(AssignmentId::value).toArray(Long[]::new))
                .param("tellAt", sql(tellAt))
                .param("now", sql(now))
                .param("zone", zone.getId())
                .param("morning", MORNING)
                .update();
    }

    /** Plans what is said of their being due once more, by when they are due now. */
    void planAnew(List<AssignmentId> ids, Instant now, ZoneId zone) {
        jdbc.sql("""
                        delete from __tenant__.questionnaire_message
                         where assignment_id = any(cast(:ids as bigint[])) and step <> 'given' and taken_at is null and done_at is null""")
                .param("ids", ids.stream().map(AssignmentId::value).toArray(Long[]::new))
                .update();
        plan(ids, now, now, zone);
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

    /**
     * Whether it has yet to be decided; nobody else decides it until the transaction ends. Of one that was planned anew after it was
     * taken, it is for who takes it next.
     */
    boolean lock(FormStep step) {
        return jdbc.sql("""
                        select 1 from __tenant__.questionnaire_message
                         where assignment_id = :id and step = :step and taken_at is not null and done_at is null for update""")
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
