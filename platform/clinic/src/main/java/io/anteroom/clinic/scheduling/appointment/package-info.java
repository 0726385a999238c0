/**
 * Appointments themselves: a time is held for somebody who decides, booked, moved, cancelled, and then the patient comes or
 * doesn't.
 *
 * <p>{@link io.anteroom.clinic.scheduling.appointment.PatientBooking} is what patients do and {@link
 * io.anteroom.clinic.scheduling.appointment.AppointmentDesk} what staff do; the portal sees appointments only through {@link
 * io.anteroom.clinic.scheduling.appointment.VisibleAppointments}. Whoever takes a time has first locked the practitioner's
 * row and looked again whether it is free; should that be wrong, the database's exclusion constraints refuse it. An
 * appointment that is moved stays the same one: its link, its calendar entry and what was agreed go with it.
 */
@NullMarked
package io.anteroom.clinic.scheduling.appointment;

import org.jspecify.annotations.NullMarked;
