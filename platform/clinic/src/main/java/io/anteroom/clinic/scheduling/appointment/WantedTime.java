package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody chose.
 *
 * @param practitioner with whom, or null for anyone
 * @param start when it starts
 */
public record WantedTime(
        ServiceId service, @Nullable PractitionerId practitioner, LocationId location, Instant start) {}
