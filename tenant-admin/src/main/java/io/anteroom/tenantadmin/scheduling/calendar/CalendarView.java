package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.form.Option;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it is shown.
 *
 * @param base its address without a query
 * @param week whether it is a week of one practitioner, and else a day of all
 * @param day the day asked for
 * @param today today at the clinic
 * @param chosen whose week it is; null where there is nobody
 * @param people who can be chosen
 * @param columns from left to right
 * @param firstHour the first hour that is shown, 0 to 23
 * @param lastHour the hour at whose end the grid ends, 1 to 24
 */
public record CalendarView(
        String base,
        boolean week,
        LocalDate day,
        LocalDate today,
        @Nullable Practitioner chosen,
        List<Practitioner> people,
        List<CalendarColumn> columns,
        int firstHour,
        int lastHour) {

    /** The days it shows, in words. */
    public String title() {
        return week
                ? Moments.day(monday(day)) + " to " + Moments.day(monday(day).plusDays(6))
                : day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + " " + Moments.day(day);
    }

    static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    /** The day or week before. */
    public String before() {
        return at(week, day.minusDays(week ? 7 : 1));
    }

    /** The day or week after. */
    public String after() {
        return at(week, day.plusDays(week ? 7 : 1));
    }

    /** This day or week. */
    public String now() {
        return at(week, today);
    }

    /** The same day as a day of all. */
    public String asDay() {
        return at(false, day);
    }

    /** The same day within a week of one. */
    public String asWeek() {
        return at(true, day);
    }

    /** The form of a new block. */
    public String newBlock() {
        return base + "/blocks/new?day=" + day + (chosen == null ? "" : "&practitioner=" + chosen.id());
    }

    /** Who can be chosen, by number. */
    public List<Option> choices() {
        return people.stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    /** The hours that stand beside the grid. */
    public List<String> hours() {
        return IntStream.range(firstHour, lastHour)
                .mapToObj(hour -> (hour < 10 ? "0" : "") + hour + ":00")
                .toList();
    }

    /** How many quarters of an hour the grid has. */
    public int rows() {
        return (lastHour - firstHour) * 4;
    }

    private String at(boolean asWeek, LocalDate when) {
        String who = chosen == null ? "" : "&practitioner=" + chosen.id();
        return base + "?view=" + (asWeek ? "week" : "day") + "&day=" + when + who;
    }
}
