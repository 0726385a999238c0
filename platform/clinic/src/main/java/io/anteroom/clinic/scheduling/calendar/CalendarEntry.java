package io.anteroom.clinic.scheduling.calendar;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the calendar shows it.
 *
 * @param state where it stands; neither cancelled nor expired
 * @param service the service's name as it is today
 * @param patient whose it is, or null as long as no record is known
 * @param patientName that patient's name, or null
 * @param takenFrom from when on nothing else is booked, with the time kept free before it
 * @param takenUntil until when, with the time kept free after it
 * @param room the room's name, or null
 * @param byPatient whether the patient's side booked it
 * @param overBlock whether staff put it into blocked time knowingly
 */
public record CalendarEntry(
        AppointmentId id,
        PractitionerId practitioner,
        LocationId location,
        AppointmentState state,
        String service,
        @Nullable PatientId patient,
        @Nullable String patientName,
        Instant start,
        Instant end,
        Instant takenFrom,
        Instant takenUntil,
        @Nullable String room,
        boolean byPatient,
        boolean overBlock,
        int version) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "CalendarEntry[" + id + ", " + state + "]";
    }
}
