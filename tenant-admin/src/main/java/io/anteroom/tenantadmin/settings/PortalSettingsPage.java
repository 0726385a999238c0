package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.PortalSettings;
import io.anteroom.language.Language;
import io.anteroom.webkit.StaffPage;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the page Settings > Patient Portal shows.
 *
 * @param page the frame
 * @param base the page's own address
 * @param portalUrl where the portal is
 * @param settings what is stored
 * @param form what is in the form
 * @param errors what is wrong with it
 * @param differences what somebody else saved meanwhile, and what is in the form instead; empty where nobody did
 * @param preview the look it would have
 */
public record PortalSettingsPage(
        StaffPage page,
        String base,
        String portalUrl,
        PortalSettings settings,
        PortalForm form,
        FormErrors errors,
        Map<String, String> differences,
        Preview preview) {

    /** The languages there are, each by its own name. */
    public static List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(language -> new Option(language.tag(), language.ownName()))
                .toList();
    }
}
