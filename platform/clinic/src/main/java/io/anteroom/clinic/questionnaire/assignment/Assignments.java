package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.questionnaire.assignment.AssignmentWriter.Gift;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do with forms and patients. Whoever is given one is told by mail or text message, and reminded if it has a day by which
 * it is due; nothing of that is for the caller to do.
 */
@Component
@Transactional
public class Assignments {

    /** How many patients one call gives a form to at most. */
    public static final int MOST_AT_ONCE = 1000;

    private static final int MOST_LISTED = 200;

    private final AssignmentRows rows;
    private final AssignmentTurns turns;
    private final AssignmentWriter writer;
    private final AssignmentAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(
            AssignmentRows rows,
            AssignmentTurns turns,
            AssignmentWriter writer,
            AssignmentAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.writer = writer;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives a patient the questionnaire as it is published now. Asked twice at once, it is given once.
     *
     * @param due the last day for it, by the clinic's clock, or null for no hurry
     */
    public Given assign(PatientId patient, QuestionnaireId questionnaire, @Nullable LocalDate due, Actor.Staff by) {
        if (!turns.take(patient, null)) {
            return new Given.NoPatient();
        }
        Optional<VersionId> version = rows.current(questionnaire);
        if (version.isEmpty()) {
            return new Given.NotActive();
        }
        Optional<Assignment> already = rows.of(patient, MOST_LISTED).stream()
                .filter(one ->
                        one.questionnaire().equals(questionnaire) && one.state().open())
                .findFirst();
        if (already.isPresent()) {
            return new Given.Already(already.get().id());
        }
        var gift = new Gift(version.get(), patient, null, null, null, Why.BY_HAND, end(due), by.name());
        AssignmentId id = writer.insert(gift, clock.instant());
        given(List.of(id), by);
        return new Given.Now(id);
    }

    /**
     * Gives an active questionnaire to an account that followed a link. One of the same questionnaire that the account, or the record that
     * it sees all of, has open already is that one, whoever gave it. People are in it already, so they are written to only if they haven't
     * sent it an hour later.
     *
     * @param patient the account's own record, or null where none is known
     * @param all whether the account sees all forms of that record, or those alone that were given to the account itself
     * @param sentBy the name of who sent the link
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AssignmentId giveByLink(
            QuestionnaireId questionnaire,
            AccountId account,
            @Nullable PatientId patient,
            boolean all,
            @Nullable LocalDate due,
            String sentBy,
            Actor by) {
        turns.take(patient, account);
        List<PatientId> own = patient == null ? List.of() : List.of(patient);
        var sight = new AssignmentRows.Sight(account, all ? own : List.of(), all ? List.of() : own);
        return rows.open(sight, MOST_LISTED).stream()
                .filter(form -> form.questionnaire().equals(questionnaire))
                .map(Assignment::id)
                .findFirst()
                .orElseGet(() -> {
                    VersionId version = rows.current(questionnaire).orElseThrow();
                    Instant now = clock.instant();
                    AssignmentId id = writer.insert(
                            new Gift(version, patient, account, null, null, Why.BY_LINK, end(due), sentBy), now);
                    audit.record(AuditAction.FORM_ASSIGNED, rows.find(id).orElseThrow(), by);
                    events.publishEvent(new FormsGiven(List.of(id), now.plus(Duration.ofHours(1))));
                    return id;
                });
    }

    /**
     * Gives it to many. Who has an open one of the same questionnaire keeps that; records that were merged into others get none.
     *
     * @param patients at most {@link #MOST_AT_ONCE}, each once
     * @return to how many it was given; nothing where the questionnaire isn't active
     */
    public Optional<Integer> assignAll(
            List<PatientId> patients, QuestionnaireId questionnaire, @Nullable LocalDate due, Actor.Staff by) {
        if (patients.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once");
        }
        turns.takeAll(patients);
        return rows.current(questionnaire).map(version -> {
            var given = writer.insertAll(
                    version, patients.stream().distinct().toList(), end(due), by.name(), clock.instant());
            given(given, by);
            return given.size();
        });
    }

    /**
     * Takes back a form that was not handed in yet. What was answered stays where it is, and the patient doesn't see it any more.
     *
     * @param seen the {@link Assignment#revision()} that whoever takes it back has looked at, so that nobody loses what they don't know of
     */
    public Withdrawing withdraw(AssignmentId id, long seen, Actor.Staff by) {
        Assignment open = rows.locked(id).filter(one -> one.state().open()).orElse(null);
        if (open == null) {
            return new Withdrawing.NotOpen();
        }
        if (open.revision() != seen) {
            return new Withdrawing.Meanwhile();
        }
        writer.withdraw(id, clock.instant());
        audit.record(AuditAction.FORM_WITHDRAWN, open, by);
        events.publishEvent(new FormWithdrawn(id));
        return new Withdrawing.Done();
    }

    /** One of them, in any state. */
    @Transactional(readOnly = true)
    public Optional<Assignment> find(AssignmentId id) {
        return rows.find(id);
    }

    /** The same, and nobody else changes it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Assignment> lock(AssignmentId id) {
        return rows.locked(id);
    }

    /** Those of a patient, the last given first; at most 200. */
    @Transactional(readOnly = true)
    public List<Assignment> of(PatientId patient) {
        return rows.of(patient, MOST_LISTED);
    }

    /** Those that came with an appointment, in any state. */
    @Transactional(readOnly = true)
    public List<Assignment> of(AppointmentId appointment) {
        return rows.of(appointment);
    }

    private void given(List<AssignmentId> ids, Actor by) {
        ids.stream()
                .flatMap(id -> rows.find(id).stream())
                .forEach(one -> audit.record(AuditAction.FORM_ASSIGNED, one, by));
        events.publishEvent(new FormsGiven(ids, clock.instant()));
    }

    /** The end of that day. */
    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1)
                        .atStartOfDay(CurrentTenant.get().zone())
                        .minusSeconds(1)
                        .toInstant();
    }
}
