package io.anteroom.clinic.scheduling.newpatient;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Books for somebody new. Whoever calls has asked for the rights to edit patients and to manage appointments, and, where an
 * invitation is wanted, for that to manage access.
 */
@Component
public class NewPatientDesk {

    private final NewPatientActs acts;
    private final StaffAppointments appointments;

    NewPatientDesk(NewPatientActs acts, StaffAppointments appointments) {
        this.acts = acts;
        this.appointments = appointments;
    }

    /** Adds the record, sends the invitation and books, or does nothing at all. The same form does it once. */
    public NewPatientAnswer book(NewPatientBooking wanted, Actor.Staff by) {
        return before(wanted, () -> {
            var answer = acts.book(wanted, by);
            // The same form, sent twice at once: the other one has the time.
            return answer instanceof NewPatientAnswer.Booked ? answer : before(wanted, () -> answer);
        });
    }

    private NewPatientAnswer before(NewPatientBooking wanted, Supplier<NewPatientAnswer> otherwise) {
        return appointments
                .ofAttempt(wanted.attempt())
                .<NewPatientAnswer>map(NewPatientAnswer.Booked::new)
                .orElseGet(otherwise);
    }
}
