/**
 * The times at which something can be booked. {@link io.anteroom.clinic.scheduling.slot.FreeTimes} works them out of hours,
 * holidays and what is taken, without a database and right where clocks change; {@link
 * io.anteroom.clinic.scheduling.slot.Slots} reads what it needs, in four statements whatever the number of practitioners.
 */
@NullMarked
package io.anteroom.clinic.scheduling.slot;

import org.jspecify.annotations.NullMarked;
