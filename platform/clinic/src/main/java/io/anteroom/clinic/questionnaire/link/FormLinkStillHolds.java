package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A link that was used, taken back or ran out isn't sent. */
@Component
class FormLinkStillHolds implements StillHolds {

    private final FormLinkRows rows;
    private final PublishedPortals portals;
    private final Clock clock;

    FormLinkStillHolds(FormLinkRows rows, PublishedPortals portals, Clock clock) {
        this.rows = rows;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FormLinkMail.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(String ref) {
        return portals.current().offers(Section.QUESTIONNAIRES)
                && rows.find(new FormLinkId(Long.parseLong(ref)))
                        .filter(link -> link.isOpen(clock.instant()))
                        .isPresent();
    }
}
