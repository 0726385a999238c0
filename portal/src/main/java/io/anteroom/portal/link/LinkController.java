package io.anteroom.portal.link;

import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.clinic.access.link.LinkVisits;
import io.anteroom.portal.signin.DeadEnds;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Opening a link. To get the page changes nothing, since programs that look through mail get it too. */
@Controller
@OnHost(Host.PORTAL)
class LinkController {

    private final LinkVisits visits;
    private final LinkPages pages;
    private final DeadEnds deadEnds;

    LinkController(LinkVisits visits, LinkPages pages, DeadEnds deadEnds) {
        this.visits = visits;
        this.pages = pages;
        this.deadEnds = deadEnds;
    }

    @GetMapping("/link/{token}")
    Reply open(@PathVariable String token) {
        var link = new LinkToken(token);
        return visits.look(link)
                .<Reply>map(page -> Reply.page(pages.first(link, page)))
                .orElseGet(deadEnds::ended);
    }

    @PostMapping("/link/{token}/opening")
    Reply goOn(@PathVariable String token) {
        var link = new LinkToken(token);
        visits.goOn(link);
        return Reply.redirect(link.path() + "/identity");
    }
}
