package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.AppointmentId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appointments as staff read them. Whoever calls has asked for {@code MANAGE_APPOINTMENTS}. */
@Component
@Transactional(readOnly = true)
public class StaffAppointments {

    private final AppointmentRows rows;

    StaffAppointments(AppointmentRows rows) {
        this.rows = rows;
    }

    /** One of them, whatever its state. */
    public Optional<Appointment> find(AppointmentId id) {
        return rows.find(id);
    }
}
