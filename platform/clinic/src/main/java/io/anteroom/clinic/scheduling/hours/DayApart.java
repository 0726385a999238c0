package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a practitioner is away, or works besides.
 *
 * @param ids the numbers of the days, none of those that are not stored yet
 * @param last the same as {@code first} for a single day
 * @param span the part of each day, or null for all of it
 * @param works whether the practitioner works then, and is away otherwise
 * @param location where, of work; null: wherever the practitioner would be
 * @param reason for the staff alone; may be empty
 */
public record DayApart(
        List<Long> ids,
        LocalDate first,
        LocalDate last,
        @Nullable TimeSpan span,
        boolean works,
        @Nullable LocationId location,
        String reason) {

    private static final int MOST_DAYS = 366;

    /** Copies the numbers. */
    public DayApart {
        ids = List.copyOf(ids);
    }

    /** Reads what was typed; what is wrong is in {@link Typed#faults()}. */
    public static DayApart read(Typed typed) {
        boolean works = typed.raw("kind").equals("works");
        LocalDate first = typed.day("first", "Enter the first day");
        LocalDate last = typed.lastDay("last", first, MOST_DAYS);
        TimeSpan span = span(typed, works);
        LocationId location = works ? location(typed) : null;
        return new DayApart(List.of(), first, last, span, works, location, typed.line("reason", 200));
    }

    private static @Nullable TimeSpan span(Typed typed, boolean works) {
        String text = typed.line("times", 40);
        if (text.isEmpty() && !works) {
            return null;
        }
        Optional<TimeSpan> span = TypedTimes.span(text);
        if (span.isEmpty()) {
            typed.wrong(
                    "times",
                    works
                            ? "Enter the hours, like 9:00-12:30"
                            : "Enter the hours, like 9:00-12:30, or nothing for all day");
        }
        return span.orElse(null);
    }

    private static @Nullable LocationId location(Typed typed) {
        Optional<Long> number = typed.ids("location").stream().findFirst();
        if (number.isEmpty()) {
            typed.wrong("location", "Choose where the practitioner works then");
        }
        return number.map(LocationId::new).orElse(null);
    }

    /** Whether that day is one of them. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** When, as people write it: {@code 2026-12-24 to 2026-12-31, 09:00–12:30}. */
    public String when() {
        return first + (last.equals(first) ? "" : " to " + last) + (span == null ? "" : ", " + span);
    }

    /** Days in a row that say the same as one; {@code days} are ordered by what they say and then by day. */
    static List<DayApart> joined(List<DayApart> days) {
        List<DayApart> joined = new ArrayList<>();
        for (DayApart day : days) {
            DayApart before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && before.goesOnWith(day)) {
                joined.set(joined.size() - 1, before.and(day));
            } else {
                joined.add(day);
            }
        }
        return joined.stream().sorted(Comparator.comparing(DayApart::first)).toList();
    }

    private boolean goesOnWith(DayApart next) {
        return works == next.works
                && Objects.equals(span, next.span)
                && Objects.equals(location, next.location)
                && reason.equals(next.reason)
                && last.plusDays(1).equals(next.first);
    }

    private DayApart and(DayApart next) {
        return new DayApart(
                Stream.concat(ids.stream(), next.ids.stream()).toList(),
                first,
                next.last,
                span,
                works,
                location,
                reason);
    }
}
