package io.anteroom.portal.profile;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.language.Language;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The profile's pages are there as long as the clinic offers them. */
@Component
class ProfileSection {

    private final PublishedPortals portals;
    private final PortalPages pages;

    ProfileSection(PublishedPortals portals, PortalPages pages) {
        this.portals = portals;
        this.pages = pages;
    }

    /**
     * Goes on only where it does.
     *
     * @throws NoSuchPageException otherwise
     */
    void require() {
        if (!portals.current().offers(Section.PROFILE)) {
            throw new NoSuchPageException();
        }
    }

    /** The languages the clinic offers, where there is a choice. */
    List<Language> languages() {
        var offered = portals.current().languages().inOrder();
        return offered.size() > 1 ? offered : List.of();
    }

    /** The frame of a page of theirs. */
    PortalPage page(String title) {
        return pages.page(title);
    }
}
