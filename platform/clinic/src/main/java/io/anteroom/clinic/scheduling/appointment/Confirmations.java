package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Patients say that they will come. */
@Component
public class Confirmations {

    private final PatientAppointments appointments;
    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final AppointmentAudit audit;
    private final Clock clock;

    Confirmations(
            PatientAppointments appointments,
            AppointmentRows rows,
            AppointmentWriter writer,
            AppointmentAudit audit,
            Clock clock) {
        this.appointments = appointments;
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /** The appointment with that reference, whoever asks. */
    @Transactional(readOnly = true)
    public Optional<Appointment> look(Reference reference) {
        return rows.find(reference);
    }

    /**
     * Notes it for somebody signed in who may see the appointment.
     *
     * @param start the time they saw; an appointment that has another by now is not confirmed
     */
    @Transactional
    public Changing confirm(VisibleChart chart, Reference reference, Instant start) {
        var found = appointments.in(chart).find(reference).filter(one -> one.bookedAt() != null);
        if (found.isEmpty()) {
            return new Changing.NotThere();
        }
        var appointment = found.get();
        return confirm(appointment.id(), start, chart.actor())
                ? new Changing.Done(Instant.EPOCH)
                : new Changing.NotNow(appointment.state());
    }

    /**
     * Notes it, unless it is noted already.
     *
     * @param start the time that was agreed to; an appointment that has another by now is not confirmed
     * @return whether it is confirmed
     */
    @Transactional
    public boolean confirm(AppointmentId id, Instant start, Actor by) {
        writer.lock(id);
        var before = rows.find(id).orElseThrow();
        if (!before.start().equals(start) || !start.isAfter(clock.instant())) {
            return false;
        }
        if (before.state() == AppointmentState.BOOKED) {
            writer.become(id, AppointmentState.CONFIRMED);
            audit.changed(
                    AuditAction.APPOINTMENT_CONFIRMED, before, rows.find(id).orElseThrow(), by);
            return true;
        }
        return before.state() == AppointmentState.CONFIRMED;
    }
}
