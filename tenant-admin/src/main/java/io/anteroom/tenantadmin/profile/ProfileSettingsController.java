package io.anteroom.tenantadmin.profile;

import gg.jte.Content;
import io.anteroom.clinic.profile.ProfileMode;
import io.anteroom.clinic.profile.ProfileRules;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Patient Portal > Profile: what becomes of contact details that patients change. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/portal/profile")
class ProfileSettingsController {

    private static final List<Option> MODES = List.of(
            new Option(ProfileMode.AFTER_APPROVAL.code(), "Staff agree first: they see old and new side by side"),
            new Option(ProfileMode.AT_ONCE.code(), "At once: it is on the record as soon as the patient saves it"),
            new Option(ProfileMode.OFF.code(), "Not at all: patients see their details, and call you"));

    private final ProfileRules rules;
    private final PublishedPortals portals;
    private final StaffPages pages;

    ProfileSettingsController(ProfileRules rules, PublishedPortals portals, StaffPages pages) {
        this.rules = rules;
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        var decided = rules.decided();
        return page(decided.mode().code(), decided.version(), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(@RequestParam(defaultValue = "") String changes, @RequestParam int version, StaffMember staff) {
        var wanted = ProfileMode.ofCode(changes);
        if (wanted.isEmpty()) {
            return Reply.invalid(page("", version, FormErrors.of("changes", "Choose one")));
        }
        var back = Reply.redirect(base() + "/profile");
        return rules.decide(wanted.get(), version, staff.actor())
                ? back.done("Saved. It holds from now on")
                : back.refused("Not saved: somebody decided something else meanwhile. This is theirs");
    }

    private Content page(String chosen, int version, FormErrors errors) {
        return new StaticTemplates()
                .profileSettings(
                        pages.settings(SettingsSection.PORTAL, "Profile"),
                        base(),
                        portals.current().offers(Section.PROFILE),
                        MODES,
                        chosen,
                        version,
                        errors);
    }

    private static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/portal";
    }
}
