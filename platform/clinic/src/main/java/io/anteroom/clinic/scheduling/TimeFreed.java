package io.anteroom.clinic.scheduling;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time of a practitioner was given back: an appointment was called off or moved away, or blocked time was freed. Told in the
 * transaction of the act, which may be taken back for some minutes.
 *
 * @param from its first moment
 * @param until the first moment after it
 * @param patient whose it was, or null
 */
public record TimeFreed(
        PractitionerId practitioner,
        Instant from,
        Instant until,
        @Nullable PatientId patient) {}
