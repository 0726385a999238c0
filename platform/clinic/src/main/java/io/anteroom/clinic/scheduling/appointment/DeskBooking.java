package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff want to book.
 *
 * @param attempt drawn for the form, so that sending it again books nothing more
 * @param start when it starts; any minute, on the grid of times or not
 * @param anyway whether blocked time and the end of hours were seen and don't matter
 * @param note what the patient said, at most 500 characters, or null
 */
public record DeskBooking(
        UUID attempt,
        PatientId patient,
        ServiceId service,
        PractitionerId practitioner,
        LocationId location,
        Instant start,
        boolean anyway,
        @Nullable String note) {}
