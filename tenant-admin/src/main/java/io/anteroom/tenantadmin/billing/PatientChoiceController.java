package io.anteroom.tenantadmin.billing;

import gg.jte.Content;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientChoices;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** New invoice, begun from the list: first, whose. */
@Controller
@OnHost(Host.STAFF)
class PatientChoiceController {

    private final PatientChoices choices;
    private final StaffPages pages;

    PatientChoiceController(PatientChoices choices, StaffPages pages) {
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/invoices/new")
    @Needs(Permission.EDIT_INVOICES)
    Content choose(@RequestParam(defaultValue = "") String q) {
        return choices.page(
                pages.page(StaffSection.INVOICES, "New invoice"),
                "/invoices",
                "Invoices",
                "Which patient is it for?",
                q,
                "/invoices/new");
    }
}
