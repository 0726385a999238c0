package io.anteroom.tenantadmin.search;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.lookup.QuickSearch;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Searches everything: a page of its own, and the list under the field at the top while somebody types. */
@Controller
@OnHost(Host.STAFF)
class SearchController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final QuickSearch search;
    private final StaffPages pages;

    SearchController(QuickSearch search, StaffPages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/search")
    @Needs(Permission.SEE_PATIENTS)
    JteModel find(
            @RequestParam(defaultValue = "") String q,
            StaffMember staff,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        SearchView view = new SearchView(
                "/o/" + CurrentTenant.get().slug(),
                q,
                search.find(q, staff.may(Permission.SEE_INVOICES)),
                Destination.matching(q, staff),
                Formats.ofClinic());
        return Htmx.wantsFragment(request)
                ? TEMPLATES.searchFound(view)
                : TEMPLATES.searchPage(pages.searching("Search"), view);
    }
}
