package io.anteroom.clinic.record.news;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import org.springframework.stereotype.Component;

/** News that waited for its carrier isn't sent once the entry was withdrawn, the access ended or the section is gone. */
@Component
class RecordNewsStillHold implements StillHolds {

    private final Hearers hearers;
    private final PublishedPortals portals;

    RecordNewsStillHold(Hearers hearers, PublishedPortals portals) {
        this.hearers = hearers;
        this.portals = portals;
    }

    @Override
    public String kind() {
        return RecordMail.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.CLINICAL_RECORDS) && hearers.mayRead(Told.of(ref));
    }
}
