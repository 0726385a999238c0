package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.waitlist.WaitlistRounds;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
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

/** Settings > Appointments > Waitlist: how long those who were offered a time have it before others are. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/waitlist")
class WaitlistSettingsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final WaitlistRounds rounds;
    private final SetupPages pages;

    WaitlistSettingsController(WaitlistRounds rounds, SetupPages pages) {
        this.rounds = rounds;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        var decided = rounds.decided();
        return page(SetupForm.of(Map.of("minutes", List.of(Integer.toString(decided.minutes()))), decided.version()));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(@RequestParam int version, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        var form = SetupForm.typed(sent, version);
        var typed = form.read();
        int minutes = typed.number("minutes", WaitlistRounds.SHORTEST, WaitlistRounds.LONGEST, "minutes");
        var result = typed.faults().isEmpty()
                ? rounds.change(minutes, version, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base() + "/waitlist").done("Waitlist saved"),
                this::page);
    }

    private Content page(SetupForm form) {
        return TEMPLATES.schedulingWaitlistSettings(pages.page("How the waitlist works"), SetupPages.base(), form);
    }
}
