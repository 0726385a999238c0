package io.anteroom.portal.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.clinic.settings.Colour;
import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.Palette;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws portals as their clinics have published them. */
@Component
class PublishedBrands implements Brands {

    /** By the design's identity, for as long as {@link PublishedPortals} remembers it: finding colours takes a while. */
    private final Cache<PortalDesign, Brand> drawn =
            Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

    private final Cache<TenantId, Brand> last =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final PublishedPortals portals;

    PublishedBrands(PublishedPortals portals) {
        this.portals = portals;
    }

    @Override
    public Brand of(Tenant tenant) {
        Brand brand = drawn.get(portals.current().design(), PublishedBrands::draw);
        if (!portals.isPreviewed()) {
            last.put(tenant.id(), brand);
        }
        return brand;
    }

    @Override
    public Brand remembered(Tenant tenant) {
        Brand brand = last.getIfPresent(tenant.id());
        return brand == null ? Brand.plain(tenant.name()) : brand;
    }

    private static Brand draw(PortalDesign design) {
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
