package io.anteroom.tenantadmin.scheduling.calendar;

import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.form.Option;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calendar as it is shown. */
public final class CalendarView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final String base;
    private final CalendarQuery query;
    private final LocalDate today;
    private final Shown shown;

    /**
     * @param base its address without a query
     * @param today today at the clinic
     */
    CalendarView(String base, CalendarQuery query, LocalDate today, Shown shown) {
        this.base = base;
        this.query = query;
        this.today = today;
        this.shown = shown;
    }

    /**
     * What it shows.
     *
     * @param chosen whose week it is, or the only one whose day is shown; else null
     * @param people who can be chosen
     * @param locations where there are several, those that can be chosen
     * @param columns from left to right
     * @param firstHour the first hour that is shown, 0 to 23
     * @param lastHour the hour at whose end the grid ends, 1 to 24
     * @param mark names what is shown
     * @param readAt when it was read, by the clinic's clocks
     */
    record Shown(
            @Nullable Practitioner chosen,
            List<Option> people,
            List<Option> locations,
            List<CalendarColumn> columns,
            int firstHour,
            int lastHour,
            String mark,
            ZonedDateTime readAt) {}

    /** Its address without a query. */
    public String base() {
        return base;
    }

    /** Whether it is a week of one practitioner, and else a day of all or one. */
    public boolean week() {
        return query.week();
    }

    /** The day asked for. */
    public LocalDate day() {
        return query.day();
    }

    /** The days it shows, in words. */
    public String title() {
        return week()
                ? Moments.day(query.first()) + " to "
                        + Moments.day(query.first().plusDays(6))
                : day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + " " + Moments.day(day());
    }

    /** Whether there is nobody who could be shown. */
    public boolean empty() {
        return shown.people().isEmpty();
    }

    /** The columns from left to right. */
    public List<CalendarColumn> columns() {
        return shown.columns();
    }

    /** The first hour that is shown. */
    public int firstHour() {
        return shown.firstHour();
    }

    /** Names what is shown: another name later means that something changed. */
    public String mark() {
        return shown.mark();
    }

    /** When it was read. */
    public String readAt() {
        return TIME.format(shown.readAt());
    }

    /** Whose clocks the times are by. */
    public ZoneId zone() {
        return shown.readAt().getZone();
    }

    /** The day or week before. */
    public String before() {
        return at(day().minusDays(query.days()), week());
    }

    /** The day or week after. */
    public String after() {
        return at(day().plusDays(query.days()), week());
    }

    /** This day or week. */
    public String now() {
        return at(today, week());
    }

    /** The same day as a day. */
    public String asDay() {
        return at(day(), false);
    }

    /** The same day within a week of one. */
    public String asWeek() {
        return at(day(), true);
    }

    /** Where a script asks whether something changed. */
    public String changes() {
        return base + "/changes" + query.asText();
    }

    /** The form of a new block. */
    public String newBlock() {
        Practitioner one = shown.chosen();
        return base + "/blocks/new?day=" + day() + (one == null ? "" : "&practitioner=" + one.id());
    }

    /** Who can be chosen, by number; of a day, everybody too. */
    public List<Option> choices() {
        return week() ? shown.people() : withAll("Everybody", shown.people());
    }

    /** Who is chosen, or empty. */
    public String practitioner() {
        Practitioner one = shown.chosen();
        return one == null ? "" : one.id().toString();
    }

    /** Where there are several, the locations that can be chosen, by number; all of them too. */
    public List<Option> locations() {
        return shown.locations().size() < 2 ? List.of() : withAll("All locations", shown.locations());
    }

    /** Which location is chosen, or empty. */
    public String location() {
        return query.location();
    }

    /** The hours that stand beside the grid. */
    public List<String> hours() {
        return IntStream.range(shown.firstHour(), shown.lastHour())
                .mapToObj(hour -> (hour < 10 ? "0" : "") + hour + ":00")
                .toList();
    }

    /** How many quarters of an hour the grid has. */
    public int rows() {
        return (shown.lastHour() - shown.firstHour()) * 4;
    }

    private static List<Option> withAll(String all, List<Option> options) {
        return Stream.concat(Stream.of(new Option("", all)), options.stream()).toList();
    }

    private String at(LocalDate when, boolean asWeek) {
        return base + query.on(when, asWeek).asText();
    }
}
