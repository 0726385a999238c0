package io.anteroom.clinic.record.news;

import io.anteroom.clinic.record.RecordNews;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who may read an entry, and can by now. The message and the note that it went commit together, so what is done
 * twice tells once. Whoever waits for a clinician is told when one has released it, which leaves this work anew.
 */
@Component
class RecordNewsWork implements WorkHandler {

    private final Hearers hearers;
    private final RecordMail mail;
    private final PublishedPortals portals;

    RecordNewsWork(Hearers hearers, RecordMail mail, PublishedPortals portals) {
        this.hearers = hearers;
        this.mail = mail;
        this.portals = portals;
    }

    @Override
    public String kind() {
        return RecordNews.KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        Told what = Told.of(ref);
        hearers.hold(what);
        if (portals.current().offers(Section.CLINICAL_RECORDS)) {
            hearers.of(what).stream().map(what::to).filter(hearers::note).forEach(mail::send);
        }
    }
}
