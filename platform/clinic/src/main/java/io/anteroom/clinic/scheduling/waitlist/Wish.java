package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would suit somebody who waits.
 *
 * @param practitioner with whom, or null for anyone
 * @param location where, or null for anywhere
 * @param days on which days of the week, by the clocks of the place; at least one
 * @param parts in which parts of these days; at least one
 * @param lastDay the last day on which a time is of use
 */
public record Wish(
        @Nullable PractitionerId practitioner,
        @Nullable LocationId location,
        Set<DayOfWeek> days,
        Set<DayPart> parts,
        LocalDate lastDay) {

    /**
     * Copies the sets, in their order.
     *
     * @throws IllegalArgumentException if one of them is empty
     */
    public Wish {
        if (days.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("Nothing would ever suit");
        }
        days = EnumSet.copyOf(days);
        parts = EnumSet.copyOf(parts);
    }

    /** Whether that time is one of those. */
    boolean suits(FreeTime time) {
        var local = time.local();
        return (practitioner == null || practitioner.equals(time.practitioner()))
                && (location == null || location.equals(time.location()))
                && days.contains(local.getDayOfWeek())
                && parts.contains(DayPart.of(local.toLocalTime()))
                && !local.toLocalDate().isAfter(lastDay);
    }
}
