/**
 * When practitioners work: the {@linkplain io.anteroom.clinic.scheduling.hours.WorkingHours hours of each week} with the days
 * they hold from and until, {@linkplain io.anteroom.clinic.scheduling.hours.DaysApart days that are otherwise}, and the
 * {@linkplain io.anteroom.clinic.scheduling.hours.Holidays holidays} of a location or of all.
 *
 * <p>Times are those of the clocks at the location, so that nine o'clock stays nine when clocks change.
 */
@NullMarked
package io.anteroom.clinic.scheduling.hours;

import org.jspecify.annotations.NullMarked;
