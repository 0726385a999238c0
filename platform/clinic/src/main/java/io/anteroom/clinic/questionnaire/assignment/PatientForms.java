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
import io.anteroom.clinic.questionnaire.assignment.AssignmentRows.Sight;
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

    private final AssignmentRows rows;
    private final AssignmentWriter writer;
    private final AssignmentAudit audit;
    private final Clock clock;

    PatientForms(AssignmentRows rows, AssignmentWriter writer, AssignmentAudit audit, Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be done for the patient acted for, what is due first first; at most 100. */
    public List<Assignment> open(VisibleChart chart) {
        return rows.open(listed(chart), MOST);
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
