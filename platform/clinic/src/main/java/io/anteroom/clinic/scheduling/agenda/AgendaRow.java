package io.anteroom.clinic.scheduling.agenda;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One appointment in a list.
 *
 * @param zone whose clocks the place goes by
 * @param service its name as it was agreed
 * @param patient whose it is, or null as long as no record is known
 * @param patientName that patient's name, or null
 * @param born that patient's birth date, or null
 * @param room the room's name, or null
 * @param online whether the patient's side booked it
 * @param because what the patient was told when it was called off, or null
 */
public record AgendaRow(
        AppointmentId id,
        AppointmentState state,
        Instant start,
        Instant end,
        ZoneId zone,
        String service,
        String practitioner,
        String location,
        @Nullable String room,
        @Nullable PatientId patient,
        @Nullable String patientName,
        @Nullable LocalDate born,
        boolean online,
        @Nullable String because,
        int version) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "AgendaRow[" + id + ", " + state + "]";
    }
}
