package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Component;

/** Whether the clinic offers forms in its portal, and the frame of their pages. */
@Component
class FormSection {

    private final PublishedPortals portals;
    private final PortalPages pages;

    FormSection(PublishedPortals portals, PortalPages pages) {
        this.portals = portals;
        this.pages = pages;
    }

    /** Goes on only where it does; otherwise there is no such page. */
    void require() {
        if (!portals.current().offers(Section.QUESTIONNAIRES)) {
            throw new NoSuchPageException();
        }
    }

    /** Whether it offers appointments besides. */
    boolean offersAppointments() {
        return portals.current().offers(Section.APPOINTMENTS);
    }

    /** The frame of a page of theirs. */
    PortalPage page(String title) {
        require();
        return pages.page(PortalSection.QUESTIONNAIRES, title);
    }
}
