package io.anteroom.tenantadmin.settings;

import gg.jte.Content;
import io.anteroom.clinic.settings.DesignChange;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSettings;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Links;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws the page Settings > Patient Portal. */
@Component
class PortalSettingsPages {

    private final PortalSetup setup;
    private final StaffPages pages;
    private final Links links;

    PortalSettingsPages(PortalSetup setup, StaffPages pages, Links links) {
        this.setup = setup;
        this.pages = pages;
        this.links = links;
    }

    /** The page's address in the current organisation. */
    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/portal";
    }

    /** The page with what is stored. */
    Content stored() {
        PortalSettings settings = setup.settings();
        return page(settings, PortalForm.of(settings.current()), FormErrors.none(), Map.of());
    }

    /** The page with what was typed and what is wrong with it. */
    Content typed(PortalForm form, FormErrors errors) {
        return page(setup.settings(), form, errors, Map.of());
    }

    /** The page with what was typed, which was not kept since somebody else saved something meanwhile. */
    Content meanwhile(PortalForm form, DesignChange change) {
        PortalSettings settings = setup.settings();
        FormErrors errors = change.newLogo() == null
                ? FormErrors.none()
                : FormErrors.none().with("file", "Choose the logo again. It was not kept");
        PortalDesign stored = settings.current();
        return page(settings, form.over(stored), errors, stored.changesTo(change.design()));
    }

    private Content page(PortalSettings settings, PortalForm form, FormErrors errors, Map<String, String> differences) {
        return new StaticTemplates()
                .settingsPortal(new PortalSettingsPage(
                        pages.settings(SettingsSection.PORTAL, "Patient Portal"),
                        base(),
                        links.portal(CurrentTenant.get().slug(), "/"),
                        settings,
                        form,
                        errors,
                        differences,
                        new Preview(form.design(settings.current()), base())));
    }
}
