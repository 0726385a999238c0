/**
 * Appointments for people the clinic doesn't know yet: whoever comes to the public booking page chooses a time, which is held
 * for that browser, says who they are and where a code can be sent, and by the code an account of limited access begins to
 * which the appointment belongs. Staff say which record it is of.
 *
 * <p>{@link io.anteroom.clinic.scheduling.newcomer.NewcomerBookings} is what strangers do. What bounds them is in {@link
 * io.anteroom.clinic.scheduling.newcomer.NewcomerLimits}.
 */
@NullMarked
package io.anteroom.clinic.scheduling.newcomer;

import org.jspecify.annotations.NullMarked;
