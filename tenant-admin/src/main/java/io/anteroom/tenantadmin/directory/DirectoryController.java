package io.anteroom.tenantadmin.directory;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.directory.AccountDirectory;
import io.anteroom.clinic.access.directory.PatientsWithout;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list, searched while typing. */
@Controller
@OnHost(Host.STAFF)
class DirectoryController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final AccountDirectory directory;
    private final PatientsWithout without;
    private final StaffPages pages;

    DirectoryController(AccountDirectory directory, PatientsWithout without, StaffPages pages) {
        this.directory = directory;
        this.without = without;
        this.pages = pages;
    }

    static String base(String organisation) {
        return "/o/" + organisation + "/settings/authentication/credentials";
    }

    @GetMapping("/o/{organisation}/settings/authentication/credentials")
    @Needs(Permission.CHANGE_SETTINGS)
    JteModel list(@PathVariable String organisation, ListQuery query, HttpServletRequest request) {
        var view = new DirectoryView(
                base(organisation),
                query,
                CurrentTenant.get().country(),
                query.withoutCredentials() ? null : directory.find(query.accounts(), query.number()),
                query.withoutCredentials() ? without.find(query.typed(), query.number()) : null);
        return Htmx.wantsFragment(request)
                ? TEMPLATES.directoryRows(view)
                : TEMPLATES.directoryList(pages.settings(SettingsSection.AUTHENTICATION, "Credentials"), view);
    }
}
