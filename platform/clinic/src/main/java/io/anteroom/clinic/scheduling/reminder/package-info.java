/**
 * Reminders. Each service says when whoever has booked it is reminded, the clinic in which hours nobody is ({@link
 * io.anteroom.clinic.scheduling.reminder.QuietTimes}). A reminder is planned as a row once the act of booking or moving can no
 * longer be taken back, and sent by the worker, which asks then whether the appointment still stands at that time. Patients
 * confirm by a link ({@link io.anteroom.clinic.scheduling.reminder.ReminderLinks}); staff see what became of each message
 * ({@link io.anteroom.clinic.scheduling.reminder.AppointmentMessages}).
 */
@NullMarked
package io.anteroom.clinic.scheduling.reminder;

import org.jspecify.annotations.NullMarked;
