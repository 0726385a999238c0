package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An appointment was booked, moved, called off or taken back. Told in the transaction of the act, which may be taken back for some
 * minutes.
 *
 * @param before as it stood, perhaps not booked yet; null if it wasn't there
 * @param after as it stands
 */
public record AppointmentChanged(@Nullable Appointment before, Appointment after, Actor by) {}
