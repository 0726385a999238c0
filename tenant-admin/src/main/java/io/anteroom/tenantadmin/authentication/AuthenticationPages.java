package io.anteroom.tenantadmin.authentication;

import gg.jte.Content;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.authentication.Consequences;
import io.anteroom.clinic.access.authentication.SettingsWords;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws the pages of Settings > Patient Authentication that show the form. */
@Component
class AuthenticationPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final StaffPages pages;

    AuthenticationPages(StaffPages pages) {
        this.pages = pages;
    }

    /** The page's address in the current organisation. */
    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/authentication";
    }

    /** The page with what is stored. */
    Content stored(AuthenticationSettings settings) {
        return page(AuthenticationForm.of(settings), FormErrors.none(), Map.of(), false);
    }

    /** The page with what was typed and what is wrong with it. */
    Content typed(AuthenticationForm form, FormErrors errors) {
        return page(form, errors, Map.of(), true);
    }

    /** The page with what was typed, which was not saved since somebody else saved something meanwhile. */
    Content meanwhile(AuthenticationForm form, AuthenticationSettings stored, AuthenticationSettings wanted) {
        return page(form.over(stored), FormErrors.none(), SettingsWords.changes(stored, wanted), true);
    }

    /** Asks back before anything is saved. */
    Content ask(
            AuthenticationForm form,
            AuthenticationSettings stored,
            AuthenticationSettings wanted,
            Consequences consequences) {
        return TEMPLATES.authenticationConfirm(
                pages.settings(SettingsSection.AUTHENTICATION, "Save these settings?"),
                base(),
                form,
                SettingsWords.changes(stored, wanted),
                ConsequenceWords.of(consequences, wanted),
                consequences.fingerprint());
    }

    private Content page(AuthenticationForm form, FormErrors errors, Map<String, String> differences, boolean unsaved) {
        return TEMPLATES.authenticationSettings(
                pages.settings(SettingsSection.AUTHENTICATION, "Patient Authentication"),
                base(),
                form,
                errors,
                differences,
                unsaved);
    }
}
