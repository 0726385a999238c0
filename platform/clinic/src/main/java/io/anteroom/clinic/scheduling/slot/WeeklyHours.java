package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hours a practitioner works each week.
 *
 * @param validFrom the first day of which this is true
 * @param validUntil the last one, or null where no end is known
 */
public record WeeklyHours(
        LocationId location,
        DayOfWeek weekday,
        LocalHours hours,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    boolean isOf(LocalDate day, LocationId where) {
        return location.equals(where)
                && day.getDayOfWeek() == weekday
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }
}
