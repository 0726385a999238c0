package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.rules.BookingRules;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Online: what patients may do by themselves, and how many appointments they may have ahead. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/online")
class RulesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final BookingRulesBook rules;
    private final PublishedPortals portals;
    private final SetupPages pages;

    RulesController(BookingRulesBook rules, PublishedPortals portals, SetupPages pages) {
        this.rules = rules;
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content form() {
        BookingRules now = rules.current();
        return page(SetupForm.of(
                Map.of(
                        "upcoming", List.of(String.valueOf(now.upcomingPerAccount())),
                        "book", List.of(String.valueOf(now.book())),
                        "move", List.of(String.valueOf(now.move())),
                        "cancel", List.of(String.valueOf(now.cancel()))),
                now.version()));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply change(@RequestParam int version, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, version);
        Typed typed = form.read();
        BookingRules wanted = BookingRules.read(typed, version);
        SetupResult result = typed.faults().isEmpty()
                ? rules.change(wanted, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/online").done("Saved. What is booked stays"),
                this::page);
    }

    private Content page(SetupForm form) {
        var portal = portals.current();
        return TEMPLATES.schedulingOnline(
                pages.page("Online booking"),
                SetupPages.base(),
                "/o/" + CurrentTenant.get().slug() + "/settings/portal",
                portal.offers(Section.APPOINTMENTS),
                portal.design().phone(),
                form);
    }
}
