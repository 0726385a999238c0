package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.hours.TypedTimes;
import io.anteroom.clinic.scheduling.reminder.QuietHours;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Reminders: the quiet hours, and what each service reminds of. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/reminders")
class RemindersController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final QuietTimes quiet;
    private final Services services;
    private final SetupPages pages;

    RemindersController(QuietTimes quiet, Services services, SetupPages pages) {
        this.quiet = quiet;
        this.services = services;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        return page(stored());
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(@RequestParam int version, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, version);
        Typed typed = form.read();
        QuietHours hours = hours(typed);
        SetupResult result = typed.faults().isEmpty()
                ? quiet.change(hours, version, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/reminders").done("Quiet hours saved"),
                this::page);
    }

    private SetupForm stored() {
        QuietTimes.Decided decided = quiet.decided();
        QuietHours hours = decided.hours();
        return SetupForm.of(
                Map.of(
                        "from", List.of(hours.any() ? hours.from().toString() : ""),
                        "until", List.of(hours.any() ? hours.until().toString() : "")),
                decided.version());
    }

    private static QuietHours hours(Typed typed) {
        if (typed.line("from", 20).isEmpty() && typed.line("until", 20).isEmpty()) {
            return QuietHours.NONE;
        }
        LocalTime from = time(typed, "from", "Enter the time from which it is quiet, like 21:00, or leave both empty");
        LocalTime until =
                time(typed, "until", "Enter the time until which it is quiet, like 8:00, or leave both empty");
        if (typed.faults().isEmpty() && from.equals(until)) {
            typed.wrong("until", "Enter another time than the first, or leave both empty");
        }
        return new QuietHours(from, until);
    }

    private static LocalTime time(Typed typed, String field, String ifNone) {
        return TypedTimes.time(typed.raw(field)).orElseGet(() -> {
            typed.wrong(field, ifNone);
            return LocalTime.MIDNIGHT;
        });
    }

    private Content page(SetupForm form) {
        return TEMPLATES.schedulingReminders(
                pages.page("Reminders"),
                SetupPages.base(),
                form,
                services.all().stream().filter(Service::open).toList());
    }
}
