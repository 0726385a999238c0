package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.clinic.scheduling.calendar.Calendar;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a part of the calendar, each under a heading that leads to the other view of the same.
 *
 * @param base the calendar's address without a query
 */
record CalendarColumns(CalendarLayout layout, String base, CalendarQuery query, LocalDate today) {

    /** The day of these people, as far as they are at the location to be shown. */
    List<CalendarColumn> day(List<Practitioner> people) {
        return people.stream()
                .filter(one -> query.location().isEmpty() || layout.isThere(one))
                .map(one -> layout.column(
                        one,
                        query.day(),
                        one.name(),
                        base
                                + query.on(query.day(), true)
                                        .of(one.id().toString())
                                        .asText(),
                        false))
                .toList();
    }

    /** The days of a week of one, or of nobody. */
    List<CalendarColumn> week(Calendar calendar, @Nullable Practitioner chosen) {
        return chosen == null
                ? List.of()
                : calendar.dates().stream()
                        .map(day -> layout.column(
                                chosen,
                                day,
                                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK) + " "
                                        + day.getDayOfMonth(),
                                base + query.on(day, false).asText(),
                                day.equals(today)))
                        .toList();
    }
}
