/**
 * What services ask: before a time is given, and with an appointment that was booked. Scheduling knows nothing of questionnaires; it
 * asks {@link io.anteroom.clinic.scheduling.appointment.AskedFirst} and tells what became of an appointment.
 */
@NullMarked
package io.anteroom.clinic.questionnaire.byservice;

import org.jspecify.annotations.NullMarked;
