package io.anteroom.portal.document;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Component;

/** Whether the clinic takes documents in its portal, and the frame of their pages. */
@Component
class OpenDocuments {

    private final PublishedPortals portals;
    private final PortalPages pages;

    OpenDocuments(PublishedPortals portals, PortalPages pages) {
        this.portals = portals;
        this.pages = pages;
    }

    /** Goes on only where it does. */
    void require() {
        if (!portals.current().offers(Section.DOCUMENTS)) {
            throw new NoSuchPageException();
        }
    }

    PortalPage page(String title) {
        return pages.page(PortalSection.DOCUMENTS, title);
    }
}
