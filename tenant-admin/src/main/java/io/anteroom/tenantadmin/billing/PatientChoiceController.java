package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** New invoice, begun from the list: first, whose. */
@Controller
@OnHost(Host.STAFF)
class PatientChoiceController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 20;

    private final PatientSearch search;
    private final StaffPages pages;

    PatientChoiceController(PatientSearch search, StaffPages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/invoices/new")
    @Needs(Permission.EDIT_INVOICES)
    JteModel choose(@PathVariable String organisation, @RequestParam(defaultValue = "") String q) {
        List<PatientRow> found = q.isBlank()
                ? List.of()
                : search.find(q, PatientSort.NAME, 1).rows().stream()
                        .limit(MOST)
                        .toList();
        return TEMPLATES.billingPatient(
                pages.page(StaffSection.INVOICES, "New invoice"), organisation, q, found, Formats.ofClinic());
    }
}
