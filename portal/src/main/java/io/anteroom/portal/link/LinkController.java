package io.anteroom.portal.link;

import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.clinic.access.link.LinkVisits;
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

    LinkController(LinkVisits visits, LinkPages pages) {
        this.visits = visits;
        this.pages = pages;
    }

    @GetMapping("/link/{token}")
    Reply open(@PathVariable String token) {
        var link = new LinkToken(token);
        return visits.look(link)
                .<Reply>map(page -> Reply.page(pages.first(link, page)))
                .orElseGet(pages::noLink);
    }

    @PostMapping("/link/{token}/opening")
    Reply goOn(@PathVariable String token) {
        var link = new LinkToken(token);
        visits.goOn(link);
        return Reply.redirect(link.path() + "/identity");
    }

    /** Where a code was right, and the address is of an account that what it was entered for may not touch. */
    @GetMapping("/sign-in/address-taken")
    Reply addressTaken() {
        return pages.addressTaken();
    }
}
