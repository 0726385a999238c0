package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.LocationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a practitioner at a location that hold each week from one day until another.
 *
 * @param until the last day, or null for no end
 */
public record PlannedWeek(
        LocationId location, LocalDate from, @Nullable LocalDate until, Week week) {

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public PlannedWeek {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A plan ends after it begins");
        }
    }

    /** Whether it holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /**
     * What holds at a location once this is planned there.
     *
     * @param there what holds now
     * @param replaced the first day of the one that this is a change of, if it is; after whose end nothing of it goes on
     */
    List<PlannedWeek> among(List<PlannedWeek> there, @Nullable LocalDate replaced, LocalDate today) {
        List<PlannedWeek> plans = new ArrayList<>();
        for (PlannedWeek other : there) {
            if (other.from.equals(replaced)) {
                if (other.from.isBefore(today)) {
                    other.before(from).ifPresent(plans::add);
                }
            } else if (other.overlaps(this)) {
                other.before(from).ifPresent(plans::add);
                Optional.ofNullable(until).flatMap(other::after).ifPresent(plans::add);
            } else {
                plans.add(other);
            }
        }
        if (!week.isEmpty()) {
            plans.add(this);
        }
        return plans.stream().sorted(Comparator.comparing(PlannedWeek::from)).toList();
    }

    private Optional<PlannedWeek> before(LocalDate day) {
        if (!from.isBefore(day)) {
            return Optional.empty();
        }
        return Optional.of(
                until != null && until.isBefore(day) ? this : new PlannedWeek(location, from, day.minusDays(1), week));
    }

    private Optional<PlannedWeek> after(LocalDate day) {
        return until != null && !until.isAfter(day)
                ? Optional.empty()
                : Optional.of(new PlannedWeek(location, day.plusDays(1), until, week));
    }

    /** Whether some day is in both. */
    boolean overlaps(PlannedWeek other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }
}
