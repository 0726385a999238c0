package io.anteroom.tenantadmin.access.link;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page to print and put up: the portal's address and its QR code, in the clinic's published look. */
@Controller
@OnHost(Host.STAFF)
class PosterController {

    private final PublishedPortals portals;
    private final PortalSetup setup;
    private final Authentication authentication;
    private final Links addresses;
    private final StaffPages pages;

    PosterController(
            PublishedPortals portals,
            PortalSetup setup,
            Authentication authentication,
            Links addresses,
            StaffPages pages) {
        this.portals = portals;
        this.setup = setup;
        this.authentication = authentication;
        this.addresses = addresses;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/portal-poster")
    @Needs(Permission.ENTER)
    Content poster() {
        var portal = portals.current();
        var slug = CurrentTenant.get().slug();
        return new StaticTemplates()
                .accessPoster(
                        pages.page(StaffSection.TODAY, "Poster of the portal"),
                        new Poster(
                                portal.design().name(),
                                logo(portal.design().logo()),
                                portal.design().main().hex(),
                                portal.design().phone(),
                                addresses.portal(slug, "/"),
                                addresses.portalHost(slug),
                                authentication.settings().codesTo(),
                                portal.on()));
    }

    /** Within the page, since the logo itself is on the portal's host. */
    private @Nullable String logo(@Nullable LogoId logo) {
        return logo == null
                ? null
                : setup.logo(logo)
                        .map(png ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .orElse(null);
    }
}
