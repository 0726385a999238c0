package io.anteroom.tenantadmin.scheduling.calendar;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.calendar.Calendar;
import io.anteroom.clinic.scheduling.calendar.CalendarMark;
import io.anteroom.clinic.scheduling.calendar.CalendarReader;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: a day of everybody, or a week of one. */
@Controller
@OnHost(Host.STAFF)
class CalendarController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final CalendarReader calendars;
    private final CalendarMark marks;
    private final StaffPages pages;
    private final Clock clock;

    CalendarController(CalendarReader calendars, CalendarMark marks, StaffPages pages, Clock clock) {
        this.calendars = calendars;
        this.marks = marks;
        this.pages = pages;
        this.clock = clock;
    }

    /** A view, day, practitioner or location that is not understood is the usual one: today, of everybody, everywhere. */
    @GetMapping("/o/{organisation}/calendar")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content show(@RequestParam Map<String, String> sent, StaffMember staff) {
        CalendarQuery query = CalendarQuery.of(sent, today());
        CalendarView view = view(query, mark(query), staff);
        return TEMPLATES.schedulingCalendarShow(
                pages.page(StaffSection.CALENDAR, view.title()), view, staff.may(Permission.CHANGE_SETTINGS));
    }

    /**
     * The same part again for a page that shows it, or 204 if nothing changed since it had the mark {@code seen}, which one
     * statement finds out.
     */
    @GetMapping("/o/{organisation}/calendar/changes")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    ResponseEntity<String> changes(@RequestParam Map<String, String> sent, StaffMember staff) {
        CalendarQuery query = CalendarQuery.of(sent, today());
        String mark = mark(query);
        return mark.equals(sent.get("seen"))
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok()
                        .contentType(HTML)
                        .body(PageWriter.toString(TEMPLATES.schedulingCalendarGrid(view(query, mark, staff))));
    }

    private String mark(CalendarQuery query) {
        return marks.of(query.first(), query.days(), zone());
    }

    private CalendarView view(CalendarQuery asked, String mark, StaffMember staff) {
        Calendar calendar = calendars.of(asked.first(), asked.days(), zone());
        CalendarQuery query = calendar.locations().stream()
                        .anyMatch(one -> one.id().toString().equals(asked.location()))
                ? asked
                : asked.everywhere();
        String organisation = "/o/" + CurrentTenant.get().slug();
        List<Practitioner> people = calendar.columns();
        Practitioner chosen = chosen(people, query, staff).orElse(null);
        var layout = new CalendarLayout(calendar, organisation, query.location(), clock.instant());
        var columns = new CalendarColumns(layout, organisation + "/calendar", query, today());
        return new CalendarView(
                organisation + "/calendar",
                query,
                today(),
                new CalendarView.Shown(
                        chosen,
                        options(people),
                        calendar.locations().stream()
                                .filter(Location::open)
                                .map(one -> new Option(one.id().toString(), one.name()))
                                .toList(),
                        query.week()
                                ? columns.week(calendar, chosen)
                                : columns.day(chosen == null ? people : List.of(chosen)),
                        layout.firstHour(),
                        layout.lastHour(),
                        mark,
                        clock.instant().atZone(zone())));
    }

    private static List<Option> options(List<Practitioner> people) {
        return people.stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    /** Whoever was asked for; of a week, or else oneself, or else the first. */
    private static Optional<Practitioner> chosen(List<Practitioner> people, CalendarQuery query, StaffMember staff) {
        var asked = people.stream()
                .filter(one -> one.id().toString().equals(query.practitioner()))
                .findFirst();
        return !query.week()
                ? asked
                : asked.or(() -> people.stream()
                                .filter(one ->
                                        staff.subject().equals(one.details().staffSubject()))
                                .findFirst())
                        .or(() -> people.stream().findFirst());
    }

    private static ZoneId zone() {
        return CurrentTenant.get().zone();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
