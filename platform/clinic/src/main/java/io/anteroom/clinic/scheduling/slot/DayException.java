package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a practitioner's hours are others than each week's.
 *
 * @param location where, or null for wherever the practitioner would be
 * @param hours which hours, or null for the whole day
 * @param works whether they are added; otherwise they fall away
 */
public record DayException(
        @Nullable LocationId location,
        LocalDate day,
        @Nullable LocalHours hours,
        boolean works) {

    boolean takesAway(LocalDate when, LocationId where) {
        return !works && isOf(when, where);
    }

    Optional<LocalHours> added(LocalDate when, LocationId where) {
        return works && isOf(when, where) ? Optional.ofNullable(hours) : Optional.empty();
    }

    private boolean isOf(LocalDate when, LocationId where) {
        return day.equals(when) && (location == null || location.equals(where));
    }
}
