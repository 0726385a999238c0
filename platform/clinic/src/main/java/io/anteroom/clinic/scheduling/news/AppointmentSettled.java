package io.anteroom.clinic.scheduling.news;

import io.anteroom.clinic.scheduling.appointment.Appointment;

/**
 * Something was done with an appointment minutes ago and can no longer be taken back unheard. Told by the worker, in the
 * transaction that holds the appointment's lock, whether or not its patient is told of it; perhaps more than once.
 *
 * @param appointment as it stands
 */
public record AppointmentSettled(Appointment appointment) {}
