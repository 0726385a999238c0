package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.setup.Typed;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hours of a week at one place.
 *
 * @param days the spans of each day in order, none of which overlap; a day without hours is left out
 */
public record Week(Map<DayOfWeek, List<TimeSpan>> days) {

    /** A week without hours. */
    public static final Week EMPTY = new Week(Map.of());

    /** Copies the days, in their order. */
    public Week {
        var copy = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                copy.put(day, spans.stream().sorted().toList());
            }
        });
        days = Collections.unmodifiableMap(copy);
    }

    /** Reads a text for each day, such as {@code 9-12:30, 13:30-17}, from the fields named {@code monday} to {@code sunday}. */
    public static Week read(Typed typed) {
        var days = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            TypedTimes.spans(typed.raw(field(day)))
                    .ifPresentOrElse(
                            spans -> days.put(day, spans),
                            () -> typed.wrong(
                                    field(day),
                                    "Enter the hours of " + name(day)
                                            + " like 9:00-12:30, 13:30-17:00, one after the other, or leave it empty"));
        }
        return new Week(days);
    }

    /** The name of a day's field. */
    public static String field(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a day: {@code Monday}. */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** The hours of a day as they are typed, empty for none. */
    public String text(DayOfWeek day) {
        return days.getOrDefault(day, List.of()).stream()
                .map(TimeSpan::toString)
                .collect(Collectors.joining(", "));
    }

    /** Whether there are no hours at all. */
    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** All of it: {@code Mon 09:00–12:30, 13:30–17:00; Tue 09:00–12:30}, or empty. */
    public String words() {
        return days.keySet().stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.UK) + " " + text(day))
                .collect(Collectors.joining("; "));
    }
}
