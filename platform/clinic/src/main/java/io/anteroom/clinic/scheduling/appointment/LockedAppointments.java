package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.AppointmentId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appointments for the worker: nobody changes one that it has taken until its transaction ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LockedAppointments {

    private final AppointmentRows rows;
    private final AppointmentWriter writer;

    LockedAppointments(AppointmentRows rows, AppointmentWriter writer) {
        this.rows = rows;
        this.writer = writer;
    }

    /** Locks one and reads it. */
    public Optional<Appointment> take(AppointmentId id) {
        writer.lock(id);
        return rows.find(id);
    }
}
