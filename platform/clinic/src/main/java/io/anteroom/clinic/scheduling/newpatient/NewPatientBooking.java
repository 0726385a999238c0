package io.anteroom.clinic.scheduling.newpatient;

import io.anteroom.clinic.access.invitation.WantedInvitation;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff want to book for somebody new.
 *
 * @param attempt drawn for the form, so that sending it again adds and books nothing more
 * @param another whether staff saw the patients of the same name and birth date, and this is somebody else
 * @param invitation what is to be sent, or null for nothing
 * @param time with a practitioner
 * @param anyway whether blocked time and the end of hours were seen and don't matter
 * @param note what the patient said, at most 500 characters, or null
 */
public record NewPatientBooking(
        UUID attempt,
        PatientDetails details,
        boolean another,
        @Nullable WantedInvitation invitation,
        WantedTime time,
        boolean anyway,
        @Nullable String note) {

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "NewPatientBooking[" + attempt + "]";
    }
}
