package io.anteroom.tenantadmin.scheduling.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of the calendar an address asks for.
 *
 * @param week whether it is a week of one practitioner, and else a day of all
 * @param day the day asked for
 * @param practitioner the number of the only practitioner to be shown, or empty
 * @param location the number of the only location to be shown, or empty
 */
record CalendarQuery(boolean week, LocalDate day, String practitioner, String location) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    /** A view, day, practitioner or location that is not understood is the usual one: today, of everybody, everywhere. */
    static CalendarQuery of(Map<String, String> sent, LocalDate today) {
        return new CalendarQuery(
                sent.getOrDefault("view", "").equals("week"),
                day(sent.getOrDefault("day", "")).orElse(today),
                number(sent.getOrDefault("practitioner", "")),
                number(sent.getOrDefault("location", "")));
    }

    /** The same on another day, as a day or a week. */
    CalendarQuery on(LocalDate other, boolean asWeek) {
        return new CalendarQuery(asWeek, other, practitioner, location);
    }

    /** The same of one practitioner. */
    CalendarQuery of(String one) {
        return new CalendarQuery(week, day, one, location);
    }

    /** The same at all locations. */
    CalendarQuery everywhere() {
        return new CalendarQuery(week, day, practitioner, "");
    }

    /** As it stands in an address. */
    String asText() {
        return "?view=" + (week ? "week" : "day") + "&day=" + day
                + (practitioner.isEmpty() ? "" : "&practitioner=" + practitioner)
                + (location.isEmpty() ? "" : "&location=" + location);
    }

    /** The first of its days. */
    LocalDate first() {
        return week ? day.minusDays(day.getDayOfWeek().getValue() - 1L) : day;
    }

    /** How many days it has. */
    int days() {
        return week ? 7 : 1;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return Optional.of(day).filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static String number(String typed) {
        return typed.matches("[1-9][0-9]{0,17}") ? typed : "";
    }
}
