package io.anteroom.portal.scheduling;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Component;

/** Whether the clinic offers appointments in its portal, and the frame of their pages. */
@Component
public class OpenSection {

    private final PublishedPortals portals;
    private final PortalPages pages;

    OpenSection(PublishedPortals portals, PortalPages pages) {
        this.portals = portals;
        this.pages = pages;
    }

    /**
     * Goes on only where it does.
     *
     * @throws NoSuchPageException otherwise
     */
    public void require() {
        if (!portals.current().offers(Section.APPOINTMENTS)) {
            throw new NoSuchPageException();
        }
    }

    /** Whether it offers forms besides. */
    boolean offersForms() {
        return portals.current().offers(Section.QUESTIONNAIRES);
    }

    /**
     * The frame of a page of theirs.
     *
     * @throws NoSuchPageException if it does not
     */
    public PortalPage page(String title) {
        require();
        return pages.page(PortalSection.APPOINTMENTS, title);
    }
}
