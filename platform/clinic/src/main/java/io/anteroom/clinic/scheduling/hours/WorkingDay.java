package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.LocationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When and where a practitioner works on one day, all told. Holidays and absences are taken from the week's hours; hours that
 * are added for the day stand whatever else is said.
 *
 * @param hours by location; a location without hours is left out
 */
public record WorkingDay(Map<LocationId, List<TimeSpan>> hours) {

    /** Of what was planned. */
    public static WorkingDay of(LocalDate day, List<PlannedWeek> plans, List<DayApart> apart, List<Holiday> holidays) {
        var hours = new TreeMap<LocationId, List<TimeSpan>>(Comparator.comparingLong(LocationId::value));
        for (PlannedWeek plan : plans) {
            if (plan.holdsOn(day) && holidays.stream().noneMatch(holiday -> holiday.closes(plan.location(), day))) {
                List<TimeSpan> left = plan.week().days().getOrDefault(day.getDayOfWeek(), List.of());
                for (DayApart away : apart) {
                    if (!away.works() && away.isOn(day)) {
                        left = without(left, away);
                    }
                }
                hours.computeIfAbsent(plan.location(), _ -> new ArrayList<>()).addAll(left);
            }
        }
        for (DayApart more : apart) {
            if (more.works() && more.isOn(day) && more.span() != null && more.location() != null) {
                hours.computeIfAbsent(more.location(), _ -> new ArrayList<>()).add(more.span());
            }
        }
        hours.values().removeIf(List::isEmpty);
        hours.replaceAll((_, spans) -> joined(spans));
        return new WorkingDay(hours);
    }

    /** Whether there are no hours anywhere. */
    public boolean isFree() {
        return hours.isEmpty();
    }

    private static List<TimeSpan> without(List<TimeSpan> spans, DayApart away) {
        TimeSpan gone = away.span();
        if (gone == null) {
            return List.of();
        }
        List<TimeSpan> left = new ArrayList<>();
        for (TimeSpan span : spans) {
            if (!span.overlaps(gone)) {
                left.add(span);
                continue;
            }
            if (span.from().isBefore(gone.from())) {
                left.add(new TimeSpan(span.from(), gone.from()));
            }
            if (gone.until().isBefore(span.until())) {
                left.add(new TimeSpan(gone.until(), span.until()));
            }
        }
        return left;
    }

    private static List<TimeSpan> joined(List<TimeSpan> spans) {
        List<TimeSpan> joined = new ArrayList<>();
        for (TimeSpan next : spans.stream().sorted().toList()) {
            TimeSpan last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from().isAfter(last.until())) {
                joined.add(next);
            } else if (next.until().isAfter(last.until())) {
                joined.set(joined.size() - 1, new TimeSpan(last.from(), next.until()));
            }
        }
        return joined;
    }
}
