package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How times of appointments are written: the reader's language, the order and the clock of the clinic's country. */
public final class TimeWords {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private TimeWords() {}

    /** Monday, 23 November 2026. */
    public static String day(LocalDate day) {
        return words().weekdayAndDay(day);
    }

    /** 23 Nov. */
    static String shortDay(LocalDate day) {
        return words().shortDayOfMonth(day);
    }

    /** Mon. */
    static String weekday(LocalDate day) {
        return words().shortWeekday(day.getDayOfWeek());
    }

    /** 09:30, or 9:30 am where people say so. */
    public static String time(ZonedDateTime time) {
        return words().time(time.toLocalTime());
    }

    /** The same with its distance from UTC, where the clock shows that time twice. */
    static String timeOfTwo(ZonedDateTime time) {
        return time(time) + " (UTC" + time.getOffset().getId() + ")";
    }

    /** Monday, 23 November 2026, 09:30. */
    public static String moment(ZonedDateTime time) {
        return say("{day}, {time}", "day", day(time.toLocalDate()), "time", time.toLocalTime());
    }

    static String moment(Instant moment, ZoneId zone) {
        return moment(moment.atZone(zone));
    }

    /** Monday, 23 November 2026, 09:30 to 10:00. */
    static String span(Appointment appointment) {
        return span(
                appointment.local(),
                appointment.end().atZone(appointment.place().zone()));
    }

    static String span(ZonedDateTime from, ZonedDateTime until) {
        return say(
                "{day}, {from} to {until}",
                "day",
                day(from.toLocalDate()),
                "from",
                from.toLocalTime(),
                "until",
                until.toLocalTime());
    }

    /** 90 minutes as 1 h 30 min. */
    public static String length(int minutes) {
        int hours = minutes / MINUTES_OF_AN_HOUR;
        int rest = minutes % MINUTES_OF_AN_HOUR;
        if (hours == 0) {
            return say("{minutes} min", "minutes", rest);
        }
        return rest == 0
                ? say("{hours} h", "hours", hours)
                : say("{hours} h {minutes} min", "hours", hours, "minutes", rest);
    }

    /** How long before it something has to be said, within a sentence: until 24 hours before, until 2 days before. */
    static String notice(int minutes) {
        Duration notice = Duration.ofMinutes(minutes);
        if (minutes == 0) {
            return say("until it begins");
        }
        if (notice.toHours() >= 48 && minutes % (24 * MINUTES_OF_AN_HOUR) == 0) {
            return say("until {days, plural, one {# day} other {# days}} before", "days", notice.toDays());
        }
        return minutes % MINUTES_OF_AN_HOUR == 0
                ? say("until {hours, plural, one {# hour} other {# hours}} before", "hours", notice.toHours())
                : say("until {minutes, plural, one {# minute} other {# minutes}} before", "minutes", minutes);
    }

    /** Words on the clocks meant, or null where they are the clinic's own. */
    static @Nullable String zone(ZoneId zone, String place) {
        return zone.equals(CurrentTenant.get().zone())
                ? null
                : say(
                        "Times are those of {place} ({zone}).",
                        "place",
                        place,
                        "zone",
                        zone.getId().replace('_', ' '));
    }

    private static Words words() {
        return Words.current();
    }
}
