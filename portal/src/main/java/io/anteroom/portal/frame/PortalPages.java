package io.anteroom.portal.frame;

import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.NavItem;
import io.anteroom.webkit.PortalPage;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the frames of the portal's pages; controllers name the page, and this the rest. */
@Component
public class PortalPages {

    private final Brands brands;
    private final PublishedPortals portals;
    private final List<SignedIn> signedIn;

    PortalPages(Brands brands, PublishedPortals portals, ObjectProvider<SignedIn> signedIn) {
        this.brands = brands;
        this.portals = portals;
        this.signedIn = signedIn.stream().toList();
    }

    /** A page before sign-in. */
    public PortalPage signedOut(String title) {
        return PortalPage.signedOut(title, brand());
    }

    /** A page of {@code section} for whoever is signed in. */
    public PortalPage page(PortalSection section, String title) {
        PublishedPortal portal = portals.current();
        List<NavItem> nav = Arrays.stream(PortalSection.values())
                .filter(entry -> entry.isIn(portal))
                .map(PortalSection::entry)
                .toList();
        PortalPage.Person person = signedIn.stream()
                .flatMap(who -> who.person().stream())
                .findFirst()
                .orElse(null);
        return new PortalPage(title, brand(), section.key(), nav, person);
    }

    /** A page of no section for whoever is signed in, such as the person's own account. */
    public PortalPage page(String title) {
        PortalPage page = page(PortalSection.HOME, title);
        return new PortalPage(title, page.brand(), null, page.nav(), page.person());
    }

    private Brand brand() {
        return brands.of(CurrentTenant.get());
    }
}
