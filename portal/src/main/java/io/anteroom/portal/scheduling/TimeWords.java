package io.anteroom.portal.scheduling;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How times of appointments are written: English words, the order and the clock of the clinic's country. */
public final class TimeWords {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private TimeWords() {}

    static Locale locale() {
        return Locale.of("en", CurrentTenant.get().country());
    }

    /** Monday, 23 November 2026. */
    public static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale())
                .format(day);
    }

    /** 23 November. */
    static String dayOfMonth(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMd")
                .withLocale(locale())
                .format(day);
    }

    /** Mon. */
    static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
    }

    /** 09:30, or 9:30 am where people say so. */
    public static String time(ZonedDateTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(time);
    }

    /** The same with its distance from UTC, where the clock shows that time twice. */
    static String timeOfTwo(ZonedDateTime time) {
        return time(time) + " (UTC" + time.getOffset().getId() + ")";
    }

    /** Monday, 23 November 2026, 09:30. */
    public static String moment(ZonedDateTime time) {
        return day(time.toLocalDate()) + ", " + time(time);
    }

    static String moment(Instant moment, ZoneId zone) {
        return moment(moment.atZone(zone));
    }

    /** Monday, 23 November 2026, 09:30 to 10:00. */
    static String span(Appointment appointment) {
        return moment(appointment.local()) + " to "
                + time(appointment.end().atZone(appointment.place().zone()));
    }

    /** 90 minutes as 1 h 30 min. */
    public static String length(int minutes) {
        return minutes < MINUTES_OF_AN_HOUR
                ? minutes + " min"
                : minutes / MINUTES_OF_AN_HOUR + " h"
                        + (minutes % MINUTES_OF_AN_HOUR == 0 ? "" : " " + minutes % MINUTES_OF_AN_HOUR + " min");
    }

    /** How long before it something has to be said: 24 hours, 2 days. */
    static String notice(int minutes) {
        Duration notice = Duration.ofMinutes(minutes);
        if (minutes == 0) {
            return "until it begins";
        }
        if (notice.toHours() >= 48 && minutes % (24 * MINUTES_OF_AN_HOUR) == 0) {
            return "until " + notice.toDays() + " days before";
        }
        return minutes % MINUTES_OF_AN_HOUR == 0
                ? "until " + notice.toHours() + (notice.toHours() == 1 ? " hour" : " hours") + " before"
                : "until " + minutes + " minutes before";
    }

    /** Words on the clocks meant, or null where they are the clinic's own. */
    static @Nullable String zone(ZoneId zone, String place) {
        return zone.equals(CurrentTenant.get().zone())
                ? null
                : "Times are those of " + place + " (" + zone.getId().replace('_', ' ') + ").";
    }
}
