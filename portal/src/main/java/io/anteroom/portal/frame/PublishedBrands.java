package io.anteroom.portal.frame;

import io.anteroom.clinic.settings.Colour;
import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.tenancy.Tenant;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.Palette;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws portals as their clinics have published them. */
@Component
class PublishedBrands implements Brands {

    private final PublishedPortals portals;

    PublishedBrands(PublishedPortals portals) {
        this.portals = portals;
    }

    @Override
    public Brand of(Tenant tenant) {
        PortalDesign design = portals.current().design();
        LogoId logo = design.logo();
        return new Brand(
                design.name(),
                logo == null ? null : "/brand/logo/" + logo + ".png",
                palette(design),
                orNothing(design.welcome()),
                orNothing(design.phone()),
                orNothing(design.address()),
                design.privacy().isEmpty() ? null : "/privacy");
    }

    private static Palette palette(PortalDesign design) {
        Colour dark = design.mainInTheDark();
        return new Palette(
                design.main().digits(),
                design.main().textOnIt().digits(),
                design.accent().digits(),
                dark.digits(),
                dark.textOnIt().digits(),
                design.accentInTheDark().digits());
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
