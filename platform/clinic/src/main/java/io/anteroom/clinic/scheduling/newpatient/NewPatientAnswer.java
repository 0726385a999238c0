package io.anteroom.clinic.scheduling.newpatient;

import io.anteroom.clinic.access.invitation.Refusal;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import java.util.List;

/** The answer to staff who book for somebody new. */
public sealed interface NewPatientAnswer {

    /** The record exists, the appointment is booked, and what was to be sent is on its way; or so it was before. */
    record Booked(Appointment appointment) implements NewPatientAnswer {}

    /** Nothing was done: there are patients of that name and birth date, and it wasn't said that this is somebody else. */
    record PossiblyKnown(List<PatientRow> patients) implements NewPatientAnswer {

        /** Copies the list. */
        public PossiblyKnown {
            patients = List.copyOf(patients);
        }
    }

    /** Nothing was done, since the invitation can't be sent, for these reasons, at least one. */
    record NotInvited(List<Refusal> reasons) implements NewPatientAnswer {

        /** Copies the list. */
        public NotInvited {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing was done, since the time can't be booked; never {@link DeskAnswer.Done}. */
    record NotBooked(DeskAnswer why) implements NewPatientAnswer {}
}
