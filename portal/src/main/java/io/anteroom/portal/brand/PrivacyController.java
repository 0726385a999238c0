package io.anteroom.portal.brand;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what the clinic says about privacy. */
@Controller
@OnHost(Host.PORTAL)
class PrivacyController {

    private final PublishedPortals portals;
    private final PortalPages pages;

    PrivacyController(PublishedPortals portals, PortalPages pages) {
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping("/privacy")
    Content privacy() {
        String text = portals.current().design().privacy();
        if (text.isEmpty()) {
            throw new NoSuchPageException();
        }
        List<String> paragraphs = List.of(text.strip().split("\\R\\s*\\R"));
        return new StaticTemplates().brandPrivacy(pages.signedOut(say("Privacy")), paragraphs);
    }
}
