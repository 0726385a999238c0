package io.anteroom.clinic.scheduling.appointment;

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

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final AppointmentAudit audit;
    private final Clock clock;

    Confirmations(AppointmentRows rows, AppointmentWriter writer, AppointmentAudit audit, Clock clock) {
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
