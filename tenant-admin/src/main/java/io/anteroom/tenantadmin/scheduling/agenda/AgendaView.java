package io.anteroom.tenantadmin.scheduling.agenda;

import io.anteroom.clinic.scheduling.agenda.AgendaPage;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import io.anteroom.clinic.scheduling.agenda.AgendaRow;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.form.Option;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list, with the addresses of its neighbours: other groups, other pages.
 *
 * @param organisation the organisation's address
 * @param people who can be chosen
 * @param zone the clinic's, in which days are counted
 */
public record AgendaView(
        String organisation, AgendaQuery query, AgendaPage page, List<Option> people, LocalDate today, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** Copies the list. */
    public AgendaView {
        people = List.copyOf(people);
    }

    /** What the page is called. */
    public String title() {
        return isToday() ? "Today’s appointments" : "Appointments";
    }

    /** Whether it is the list of today alone. */
    public boolean isToday() {
        return query.from().equals(today) && query.until().equals(today);
    }

    /** The days covered, in words. */
    public String days() {
        return query.from().equals(query.until())
                ? weekday(query.from()) + " " + Moments.day(query.from())
                : Moments.day(query.from()) + " to " + Moments.day(query.until());
    }

    /**
     * A group.
     *
     * @param url its first page
     * @param shown whether it is the one that is shown
     */
    public record Group(String name, long count, String url, boolean shown) {}

    /** The groups that the list can be narrowed to. */
    public List<Group> groups() {
        return Stream.of(Show.values())
                .map(show -> new Group(
                        label(show), page.counts().getOrDefault(show, 0L), url(show, 1), show == query.show()))
                .toList();
    }

    /** Whether it is the list of those who are not on record yet. */
    public boolean isToMatch() {
        return query.show() == Show.TO_MATCH;
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(query.page(), AgendaQuery.PAGE_SIZE, page.total(), number -> url(query.show(), number));
    }

    /** The group, as an address has it. */
    public String code() {
        return ListAddress.code(query.show());
    }

    /** The practitioner chosen, as an address has it; empty for everybody. */
    public String practitioner() {
        var chosen = query.practitioner();
        return chosen == null ? "" : chosen.toString();
    }

    /** When it is, by the clinic's clocks; with the day where the list covers several. */
    public String when(AgendaRow row) {
        String times = TIME.format(row.start().atZone(zone)) + "–"
                + TIME.format(row.end().atZone(zone));
        LocalDate day = LocalDate.ofInstant(row.start(), zone);
        return query.from().equals(query.until()) ? times : weekday(day) + " " + Moments.day(day) + ", " + times;
    }

    private static String label(Show show) {
        return switch (show) {
            case ALL -> "All";
            case AWAITED -> "Expected";
            case HERE -> "Here";
            case COMPLETED -> "Completed";
            case MISSED -> "Did not come";
            case CANCELLED -> "Cancelled";
            case TO_MATCH -> "To match";
        };
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK);
    }

    private String url(Show show, long number) {
        var url = UriComponentsBuilder.fromPath(organisation + "/appointments")
                .queryParam("show", ListAddress.code(show))
                .queryParam("from", query.from())
                .queryParam("until", query.until());
        if (query.practitioner() != null) {
            url.queryParam("practitioner", query.practitioner().value());
        }
        return (number > 1 ? url.queryParam("page", number) : url).build().toUriString();
    }
}
