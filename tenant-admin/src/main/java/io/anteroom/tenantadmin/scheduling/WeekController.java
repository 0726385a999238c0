package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.PlannedWeek;
import io.anteroom.clinic.scheduling.hours.Week;
import io.anteroom.clinic.scheduling.hours.WorkingHours;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hours of a week of one practitioner at one location, from a day on. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/hours/{practitioner}/locations/{location}/week")
class WeekController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final WorkingHours hours;
    private final Practitioners practitioners;
    private final Locations locations;
    private final SetupPages pages;

    WeekController(WorkingHours hours, Practitioners practitioners, Locations locations, SetupPages pages) {
        this.hours = hours;
        this.practitioners = practitioners;
        this.locations = locations;
        this.pages = pages;
    }

    /** The plan that begins on the day {@code plan} to be changed; without one a new plan, beginning with today's hours. */
    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(
            @PathVariable long practitioner,
            @PathVariable long location,
            @RequestParam(defaultValue = "") String plan) {
        Practitioner who = practitioner(practitioner);
        Location where = location(location);
        List<PlannedWeek> all = hours.of(who.id(), pages.today());
        List<PlannedWeek> there =
                all.stream().filter(one -> one.location().equals(where.id())).toList();
        Optional<PlannedWeek> changed =
                there.stream().filter(one -> one.from().toString().equals(plan)).findFirst();
        Optional<PlannedWeek> usual = changed.or(
                () -> there.stream().filter(one -> one.holdsOn(pages.today())).findFirst());
        var values = new HashMap<String, List<String>>();
        values.put("seen", List.of(WorkingHours.fingerprint(all)));
        values.put("plan", List.of(changed.map(one -> one.from().toString()).orElse("")));
        values.put(
                "from",
                List.of(changed.map(PlannedWeek::from)
                        .map(this::fromToday)
                        .orElse(there.isEmpty() ? pages.today().toString() : "")));
        values.put(
                "until",
                List.of(changed.map(PlannedWeek::until).map(LocalDate::toString).orElse("")));
        for (DayOfWeek day : DayOfWeek.values()) {
            values.put(
                    Week.field(day),
                    List.of(usual.map(one -> one.week().text(day)).orElse("")));
        }
        return page(who, where, SetupForm.of(values, 0));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long practitioner,
            @PathVariable long location,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Practitioner who = practitioner(practitioner);
        Location where = location(location);
        SetupForm form = SetupForm.typed(sent, 0);
        return SetupPages.answer(
                form,
                result(who, where, form, staff),
                _ -> Reply.redirect(SetupPages.base() + "/hours/" + who.id()).done("Hours saved. What is booked stays"),
                again -> page(who, where, again.differences().isEmpty() ? again : seenNow(who, again)));
    }

    private SetupResult result(Practitioner who, Location where, SetupForm form, StaffMember staff) {
        Typed typed = form.read();
        LocalDate from = typed.day("from", "Enter the first day on which these hours hold");
        LocalDate until = typed.dayOrNull("until", "Enter the last day, or leave it empty");
        if (until != null && until.isBefore(from)) {
            typed.wrong("until", "Enter a day that is not before the first");
        }
        Week week = Week.read(typed);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return new SetupResult.Refused(faults);
        }
        var plan = new PlannedWeek(where.id(), from, until, week);
        var wanted = new WorkingHours.Wanted(form.text("seen"), planChanged(form), plan);
        return hours.plan(who.id(), wanted, pages.today(), staff.actor());
    }

    private static @Nullable LocalDate planChanged(SetupForm form) {
        return new Typed(form.values()).dayOrNull("plan", "");
    }

    /** The same over what is stored by now. */
    private SetupForm seenNow(Practitioner who, SetupForm form) {
        var values = new HashMap<>(form.values());
        values.put("seen", List.of(WorkingHours.fingerprint(hours.of(who.id(), pages.today()))));
        return new SetupForm(values, form.errors(), form.version(), form.differences());
    }

    private String fromToday(LocalDate day) {
        return (day.isBefore(pages.today()) ? pages.today() : day).toString();
    }

    private Content page(Practitioner who, Location where, SetupForm form) {
        return TEMPLATES.schedulingWeek(
                pages.page("Hours of " + who.name() + " at " + where.name()),
                SetupPages.base() + "/hours/" + who.id(),
                who,
                where,
                form);
    }

    private Practitioner practitioner(long id) {
        return practitioners.find(new PractitionerId(id)).orElseThrow(NoSuchPageException::new);
    }

    private Location location(long id) {
        return locations.find(new LocationId(id)).orElseThrow(NoSuchPageException::new);
    }
}
