package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.PortalSettings;
import io.anteroom.webkit.StaffPage;
import io.anteroom.webkit.form.FormErrors;

/**
 * What the page Settings > Patient Portal shows.
 *
 * @param page the frame
 * @param base the page's own address
 * @param portalUrl where the portal is
 * @param settings what is stored
 * @param form what is in the form
 * @param errors what is wrong with it
 * @param preview the look it would have
 */
public record PortalSettingsPage(
        StaffPage page,
        String base,
        String portalUrl,
        PortalSettings settings,
        PortalForm form,
        FormErrors errors,
        Preview preview) {}
