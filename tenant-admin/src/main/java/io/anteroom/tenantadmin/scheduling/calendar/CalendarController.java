package io.anteroom.tenantadmin.scheduling.calendar;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.calendar.Calendar;
import io.anteroom.clinic.scheduling.calendar.CalendarReader;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: a day of everybody, or a week of one. */
@Controller
@OnHost(Host.STAFF)
class CalendarController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final CalendarReader calendars;
    private final StaffPages pages;
    private final Clock clock;

    CalendarController(CalendarReader calendars, StaffPages pages, Clock clock) {
        this.calendars = calendars;
        this.pages = pages;
        this.clock = clock;
    }

    /** A view, day or practitioner that is not understood is the usual one: today, of everybody. */
    @GetMapping("/o/{organisation}/calendar")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content show(
            @RequestParam(defaultValue = "day") String view,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String practitioner,
            StaffMember staff) {
        ZoneId zone = CurrentTenant.get().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate asked = day(day).orElse(today);
        boolean week = view.equals("week");
        Calendar calendar = week ? calendars.of(CalendarView.monday(asked), 7, zone) : calendars.of(asked, 1, zone);
        Optional<Practitioner> chosen = chosen(calendar, practitioner, staff);
        String organisation = "/o/" + CurrentTenant.get().slug();
        var layout = new CalendarLayout(calendar, organisation, clock.instant());
        var shown = new CalendarView(
                organisation + "/calendar",
                week,
                asked,
                today,
                chosen.orElse(null),
                calendar.columns(),
                week
                        ? week(calendar, layout, chosen.orElse(null), today, organisation)
                        : day(calendar, layout, asked, organisation),
                layout.firstHour(),
                layout.lastHour());
        return TEMPLATES.schedulingCalendarShow(
                pages.page(StaffSection.CALENDAR, shown.title()), shown, staff.may(Permission.CHANGE_SETTINGS));
    }

    private static List<CalendarColumn> day(
            Calendar calendar, CalendarLayout layout, LocalDate day, String organisation) {
        return calendar.columns().stream()
                .map(one -> layout.column(
                        one,
                        day,
                        one.name(),
                        organisation + "/calendar?view=week&day=" + day + "&practitioner=" + one.id(),
                        false))
                .toList();
    }

    private static List<CalendarColumn> week(
            Calendar calendar,
            CalendarLayout layout,
            @Nullable Practitioner chosen,
            LocalDate today,
            String organisation) {
        return chosen == null
                ? List.of()
                : calendar.dates().stream()
                        .map(day -> layout.column(
                                chosen,
                                day,
                                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK) + " "
                                        + day.getDayOfMonth(),
                                organisation + "/calendar?view=day&day=" + day + "&practitioner=" + chosen.id(),
                                day.equals(today)))
                        .toList();
    }

    /** Whoever was asked for, or else oneself, or else the first. */
    private static Optional<Practitioner> chosen(Calendar calendar, String asked, StaffMember staff) {
        List<Practitioner> people = calendar.columns();
        return people.stream()
                .filter(one -> one.id().toString().equals(asked))
                .findFirst()
                .or(() -> people.stream()
                        .filter(one -> staff.subject().equals(one.details().staffSubject()))
                        .findFirst())
                .or(() -> people.stream().findFirst());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return Optional.of(day).filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
