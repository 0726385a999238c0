package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of patients, searched while typing. */
@Controller
@OnHost(Host.STAFF)
class PatientListController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientSearch search;
    private final StaffPages pages;

    PatientListController(PatientSearch search, StaffPages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/patients")
    @Needs(Permission.SEE_PATIENTS)
    JteModel list(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            StaffMember staff,
            HttpServletRequest request,
            HttpServletResponse response) {
        PatientSort order = PatientSort.ofCode(sort);
        var view = new PatientListView(
                "/o/" + organisation + "/patients",
                q,
                order,
                search.find(q, order, page),
                CurrentTenant.get().country());
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return Htmx.wantsFragment(request)
                ? TEMPLATES.patientRows(view, staff)
                : TEMPLATES.patientList(pages.page(StaffSection.PATIENTS, "Patients"), view, staff);
    }
}
