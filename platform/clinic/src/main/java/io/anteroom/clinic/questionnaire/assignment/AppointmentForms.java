package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.AssignmentWriter.Gift;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forms that come with an appointment, and go with it. Each within the transaction that changes the appointment. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AppointmentForms {

    private final AssignmentRows rows;
    private final AssignmentTurns turns;
    private final AssignmentWriter writer;
    private final AssignmentAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentForms(
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

    /** Until the transaction ends nobody else gives forms to the patient of the appointment: two bookings at once ask one thing once. */
    public void takeTurn(Appointment appointment) {
        turns.take(appointment.patient(), appointment.account());
    }

    /**
     * Which of these the patient of the appointment, or the account as long as no record is known, has open, or has handed in after
     * {@code since}.
     */
    public Set<QuestionnaireId> had(Appointment appointment, List<QuestionnaireId> wanted, Instant since) {
        return rows.had(wanted, appointment.patient(), appointment.account(), since);
    }

    /** Gives these with it; those that aren't active are left out. */
    public void give(Appointment appointment, List<QuestionnaireId> questionnaires, Instant due, Actor by) {
        List<AssignmentId> given = questionnaires.stream()
                .flatMap(questionnaire -> rows.current(questionnaire).stream())
                .map(version -> writer.insert(
                        new Gift(
                                version,
                                appointment.patient(),
                                appointment.account(),
                                appointment.id(),
                                appointment.service(),
                                Why.AFTER_BOOKING,
                                due,
                                by.name()),
                        clock.instant()))
                .toList();
        given.forEach(id ->
                audit.record(AuditAction.FORM_CAME_WITH_BOOKING, rows.find(id).orElseThrow(), by));
        events.publishEvent(new FormsGiven(given, clock.instant().plus(Appointment.UNDO)));
    }

    /** The appointment is called off: what nobody has begun goes with it, and the rest is not due any more. */
    public void takeBack(AppointmentId appointment, Actor by) {
        for (Assignment form : rows.locked(appointment)) {
            if (form.state() == AssignmentState.NOT_STARTED) {
                writer.withdrawWithAppointment(form.id(), clock.instant());
                audit.record(AuditAction.FORM_WENT_WITH_BOOKING, form, by);
            }
        }
        due(appointment, null);
    }

    /** The appointment stands after all: what went with it is there again. */
    public void bringBack(AppointmentId appointment, Instant due, Actor by) {
        for (Assignment form : rows.locked(appointment)) {
            if (writer.bringBack(form.id())) {
                audit.record(AuditAction.FORM_BACK_WITH_BOOKING, form, by);
            }
        }
        due(appointment, due);
    }

    /** The appointment has another time, or none. */
    public void due(AppointmentId appointment, @Nullable Instant due) {
        List<AssignmentId> moved = rows.locked(appointment).stream()
                .filter(form -> form.state().open() && !Objects.equals(form.dueAt(), due))
                .map(Assignment::id)
                .toList();
        moved.forEach(id -> writer.due(id, due));
        if (!moved.isEmpty()) {
            events.publishEvent(new FormsMoved(moved));
        }
    }
}
