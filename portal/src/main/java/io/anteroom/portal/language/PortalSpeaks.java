package io.anteroom.portal.language;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Language;
import io.anteroom.portal.session.CurrentChart;
import io.anteroom.webkit.language.SpokenLanguages;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the clinic offers, from memory, and what the signed-in person chose, which was read with the session. */
@Component
class PortalSpeaks implements SpokenLanguages {

    private final PublishedPortals portals;

    PortalSpeaks(PublishedPortals portals) {
        this.portals = portals;
    }

    @Override
    public List<Language> offered() {
        return portals.current().languages().inOrder();
    }

    @Override
    public Optional<Language> ofWhoIsSignedIn() {
        return CurrentChart.find().flatMap(VisibleChart::language);
    }
}
