package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a location, or the whole clinic, is closed.
 *
 * @param ids the numbers of the days, none of those that are not stored yet
 * @param last the same as {@code first} for a single day
 * @param location the location that is closed, or null for all
 * @param name what patients read
 */
public record Holiday(
        List<Long> ids,
        LocalDate first,
        LocalDate last,
        @Nullable LocationId location,
        String name) {

    private static final int MOST_DAYS = 62;

    /** Copies the numbers. */
    public Holiday {
        ids = List.copyOf(ids);
    }

    /** Reads what was typed; what is wrong is in {@link Typed#faults()}. */
    public static Holiday read(Typed typed) {
        String name = typed.line("name", 80, "Enter a name, like Christmas");
        LocalDate first = typed.day("first", "Enter the first day");
        LocalDate last = typed.lastDay("last", first, MOST_DAYS);
        LocationId location =
                typed.ids("location").stream().findFirst().map(LocationId::new).orElse(null);
        return new Holiday(List.of(), first, last, location, name);
    }

    /** Whether that day is one of them. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether that location is closed on that day. */
    public boolean closes(LocationId where, LocalDate day) {
        return isOn(day) && (location == null || location.equals(where));
    }

    /** When, as the log has it: {@code 2026-12-24 to 2026-12-31}. */
    String when() {
        return first + (last.equals(first) ? "" : " to " + last);
    }

    /** Days in a row of one name and place as one; {@code days} are ordered by place, name and day. */
    static List<Holiday> joined(List<Holiday> days) {
        List<Holiday> joined = new ArrayList<>();
        for (Holiday day : days) {
            Holiday before = joined.isEmpty() ? null : joined.getLast();
            if (before != null
                    && before.name.equals(day.name)
                    && Objects.equals(before.location, day.location)
                    && before.last.plusDays(1).equals(day.first)) {
                List<Long> ids =
                        Stream.concat(before.ids.stream(), day.ids.stream()).toList();
                joined.set(joined.size() - 1, new Holiday(ids, before.first, day.last, day.location, day.name));
            } else {
                joined.add(day);
            }
        }
        return joined.stream().sorted(Comparator.comparing(Holiday::first)).toList();
    }
}
