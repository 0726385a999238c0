package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.AssignmentRows.Sight;
import io.anteroom.clinic.questionnaire.assignment.AssignmentWriter.Gift;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The portal's only way to forms. Full access to bookings and forms shows all that a patient was given, limited access what was given
 * to the account itself; so does an account without a record.
 */
@Component
@Transactional(readOnly = true)
public class PatientForms {

    private static final int MOST = 100;
    private static final int MOST_AT_HOME = 3;

    private final AssignmentRows rows;
    private final AssignmentTurns turns;
    private final AssignmentWriter writer;
    private final AssignmentAudit audit;
    private final Clock clock;

    PatientForms(
            AssignmentRows rows, AssignmentTurns turns, AssignmentWriter writer, AssignmentAudit audit, Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be done for the patient acted for, what is due first first; at most 100. */
    public List<Assignment> open(VisibleChart chart) {
        return rows.open(listed(chart), MOST);
    }

    /** The few of these that are due first, and how many there are, to be read in the statement of something else. */
    public Beside<OpenForms> openBeside(VisibleChart chart) {
        return rows.openBeside(listed(chart), MOST_AT_HOME);
    }

    /** The same by itself. */
    public OpenForms toDo(VisibleChart chart) {
        return rows.read(openBeside(chart)).orElse(OpenForms.NONE);
    }

    /** What came with an appointment and is to be done, of all that the viewer may see. */
    public List<Assignment> openWith(VisibleChart chart, AppointmentId appointment) {
        return rows.open(opened(chart), appointment);
    }

    /** What was handed in for the patient acted for, the last first; at most 100. */
    public List<Assignment> completed(VisibleChart chart) {
        return rows.completed(listed(chart), MOST);
    }

    /** One of all that the viewer may see. */
    public Optional<Assignment> find(VisibleChart chart, Reference reference) {
        return rows.visible(opened(chart), reference);
    }

    /** The same, and nobody else changes it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Assignment> lock(VisibleChart chart, Reference reference) {
        return rows.locked(opened(chart), reference);
    }

    /**
     * Gives the viewer a form to fill in right now, since a service asks it before it is booked. One that they have open already is
     * that one.
     *
     * @return where it is; nothing where the questionnaire isn't active
     */
    @Transactional
    public Optional<Reference> begin(VisibleChart chart, QuestionnaireId questionnaire, ServiceId service) {
        turns.take(
                chart.actingFor().map(VisiblePatient::id).orElse(null),
                chart.viewer().account());
        Optional<Reference> open = open(chart).stream()
                .filter(form -> form.questionnaire().equals(questionnaire))
                .map(Assignment::reference)
                .findFirst();
        return open.or(() -> rows.current(questionnaire)
                .map(version -> writer.insert(
                        new Gift(
                                version,
                                chart.actingFor().map(VisiblePatient::id).orElse(null),
                                chart.viewer().account(),
                                null,
                                service,
                                Why.BEFORE_BOOKING,
                                null,
                                chart.actor().name()),
                        clock.instant()))
                .flatMap(rows::find)
                .map(form -> {
                    audit.record(AuditAction.FORM_BEGUN, form, chart.actor());
                    return form.reference();
                }));
    }

    /**
     * Something was saved in it; the caller has it locked.
     *
     * @return the revision it has now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long saved(AssignmentId id) {
        return writer.saved(id, clock.instant());
    }

    /** It was handed in; the caller has it locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void completed(Assignment assignment, AccountId account, Actor by) {
        writer.completed(assignment.id(), account, clock.instant());
        audit.record(AuditAction.FORM_COMPLETED, assignment, by);
    }

    /** Somebody reads what was handed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(Assignment assignment, Actor by) {
        audit.record(AuditAction.FORM_READ, assignment, by);
    }

    private static Sight opened(VisibleChart chart) {
        return new Sight(
                chart.viewer().account(), chart.openFor(AccessScope.BOOKINGS), limited(chart.patients().stream()));
    }

    private static Sight listed(VisibleChart chart) {
        return new Sight(
                chart.viewer().account(), chart.listedFor(AccessScope.BOOKINGS), limited(chart.actingFor().stream()));
    }

    private static List<PatientId> limited(Stream<VisiblePatient> patients) {
        return patients.filter(patient -> patient.level() == AccessLevel.LIMITED)
                .filter(patient -> patient.scopes().contains(AccessScope.BOOKINGS))
                .map(VisiblePatient::id)
                .toList();
    }
}
