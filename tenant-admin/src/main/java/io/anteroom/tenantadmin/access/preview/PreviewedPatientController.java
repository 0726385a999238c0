package io.anteroom.tenantadmin.access.preview;

import gg.jte.Content;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.patient.PatientChoices;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A look at the portal, begun from its settings: first, with whose record. */
@Controller
@OnHost(Host.STAFF)
class PreviewedPatientController {

    private final PatientChoices choices;
    private final StaffPages pages;

    PreviewedPatientController(PatientChoices choices, StaffPages pages) {
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/settings/portal/preview")
    @Needs(Permission.CHANGE_SETTINGS)
    Content choose(@RequestParam(defaultValue = "") String q) {
        return choices.page(
                pages.settings(SettingsSection.PORTAL, "Look at the portal"),
                "/settings/portal",
                "Patient Portal",
                "With whose record?",
                q,
                "/online-access/preview");
    }
}
