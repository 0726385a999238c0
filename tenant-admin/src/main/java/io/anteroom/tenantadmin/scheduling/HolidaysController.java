package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.hours.Holiday;
import io.anteroom.clinic.scheduling.hours.Holidays;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Holidays: when locations are closed. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/holidays")
class HolidaysController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Holidays holidays;
    private final Locations locations;
    private final SetupPages pages;

    HolidaysController(Holidays holidays, Locations locations, SetupPages pages) {
        this.holidays = holidays;
        this.locations = locations;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content list() {
        return page(SetupForm.of(Map.of(), 0));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply add(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        Holiday holiday = Holiday.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? holidays.add(holiday, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/holidays").done("Holiday added. What is booked then stays"),
                this::page);
    }

    @PostMapping("/{id}/removal")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply remove(@PathVariable long id, StaffMember staff) {
        holidays.remove(id, pages.today(), staff.actor());
        return Reply.redirect(SetupPages.base() + "/holidays").done("The usual hours hold again");
    }

    private Content page(SetupForm form) {
        return TEMPLATES.schedulingHolidays(
                pages.page("Holidays"), SetupPages.base(), holidays.from(pages.today()), locations.all(), form);
    }
}
