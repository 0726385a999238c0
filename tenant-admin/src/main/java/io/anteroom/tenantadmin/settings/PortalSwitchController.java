package io.anteroom.tenantadmin.settings;

import gg.jte.Content;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Opens the portal to patients and closes it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/portal")
class PortalSwitchController {

    private final PortalSetup setup;
    private final StaffPages pages;

    PortalSwitchController(PortalSetup setup, StaffPages pages) {
        this.setup = setup;
        this.pages = pages;
    }

    @PostMapping("/opening")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply open(StaffMember member) {
        setup.switchTo(member.actor(), true);
        return Reply.redirect(PortalSettingsPages.base()).done("The portal is on");
    }

    @GetMapping("/closing")
    @Needs(Permission.CHANGE_SETTINGS)
    Content ask() {
        String base = PortalSettingsPages.base();
        Confirmation ask = Confirmation.of(
                "Switch the portal off?",
                List.of(
                        "Patients can no longer sign in, see or pay invoices; whoever is signed in is stopped at once.",
                        "They see a page with your phone number. Nothing is deleted, and you can switch it on again."),
                base + "/closing",
                "Switch off",
                base);
        return new StaticTemplates().settingsConfirm(pages.settings(SettingsSection.PORTAL, "Switch off"), ask);
    }

    @PostMapping("/closing")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply close(StaffMember member) {
        setup.switchTo(member.actor(), false);
        return Reply.redirect(PortalSettingsPages.base()).done("The portal is off");
    }
}
