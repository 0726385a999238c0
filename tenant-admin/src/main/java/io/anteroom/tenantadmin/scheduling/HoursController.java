package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.DayApart;
import io.anteroom.clinic.scheduling.hours.DaysApart;
import io.anteroom.clinic.scheduling.hours.WorkingHours;
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
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Hours: everybody's, and one practitioner's weeks and days apart. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/hours")
class HoursController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final WorkingHours hours;
    private final DaysApart apart;
    private final Practitioners practitioners;
    private final Locations locations;
    private final SetupPages pages;

    HoursController(
            WorkingHours hours, DaysApart apart, Practitioners practitioners, Locations locations, SetupPages pages) {
        this.hours = hours;
        this.apart = apart;
        this.practitioners = practitioners;
        this.locations = locations;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content list() {
        var view = new HoursView(SetupPages.base(), pages.today(), locations.all(), hours.all(pages.today()));
        List<Practitioner> working =
                practitioners.all().stream().filter(Practitioner::open).toList();
        return TEMPLATES.schedulingHours(pages.page("Hours"), view, working);
    }

    @GetMapping("/{practitioner}")
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long practitioner) {
        return page(find(practitioner), SetupForm.of(Map.of("kind", List.of("away")), 0));
    }

    @PostMapping("/{practitioner}/days")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply addDays(
            @PathVariable long practitioner, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        Practitioner found = find(practitioner);
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        DayApart days = DayApart.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? apart.add(found.id(), days, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/hours/" + found.id() + "#days")
                        .done(days.works() ? "Extra hours added" : "Absence added. What is booked then stays"),
                again -> page(found, again));
    }

    @PostMapping("/{practitioner}/days/{day}/removal")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply removeDays(@PathVariable long practitioner, @PathVariable long day, StaffMember staff) {
        Practitioner found = find(practitioner);
        apart.remove(found.id(), day, pages.today(), staff.actor());
        return Reply.redirect(SetupPages.base() + "/hours/" + found.id() + "#days")
                .done("The usual hours hold again");
    }

    private Content page(Practitioner practitioner, SetupForm form) {
        var view = new HoursView(
                SetupPages.base(),
                pages.today(),
                locations.all(),
                Map.of(practitioner.id(), hours.of(practitioner.id(), pages.today())));
        return TEMPLATES.schedulingHoursOf(
                pages.page(practitioner.name() + ", hours"),
                view,
                practitioner,
                apart.of(practitioner.id(), pages.today()),
                form);
    }

    private Practitioner find(long id) {
        return practitioners.find(new PractitionerId(id)).orElseThrow(NoSuchPageException::new);
    }
}
