package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When one practitioner works and is taken.
 *
 * @param weekly the hours of each week
 * @param exceptions the days that are different
 * @param taken appointments with their buffers, and blocked time
 */
public record Diary(
        PractitionerId practitioner, List<WeeklyHours> weekly, List<DayException> exceptions, List<Span> taken) {

    /** Copies the lists. */
    public Diary {
        weekly = List.copyOf(weekly);
        exceptions = List.copyOf(exceptions);
        taken = List.copyOf(taken);
    }

    /**
     * The hours worked at {@code place} on {@code day}. Holidays and time away are taken from the week's hours; hours added
     * for that very day stand whatever else is said.
     */
    List<LocalHours> hours(LocalDate day, Place place) {
        var hours = place.isClosed(day) ? List.<LocalHours>of() : ofTheWeek(day, place.id());
        for (var away : exceptions) {
            if (away.takesAway(day, place.id())) {
                hours = away.hours() == null ? List.of() : away.hours().takenFrom(hours);
            }
        }
        var all = new ArrayList<>(hours);
        exceptions.forEach(added -> added.added(day, place.id()).ifPresent(all::add));
        return LocalHours.joined(all);
    }

    private List<LocalHours> ofTheWeek(LocalDate day, LocationId location) {
        return weekly.stream()
                .filter(hours -> hours.isOf(day, location))
                .map(WeeklyHours::hours)
                .toList();
    }

    /** The same with only that taken which overlaps with {@code span}: each of its times is then compared with few. */
    Diary during(Span span) {
        return new Diary(
                practitioner,
                weekly,
                exceptions,
                taken.stream().filter(span::overlaps).toList());
    }

    boolean isFree(Span wanted) {
        return taken.stream().noneMatch(wanted::overlaps);
    }
}
