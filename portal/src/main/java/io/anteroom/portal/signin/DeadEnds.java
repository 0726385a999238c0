package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What people are told whose link leads nowhere, or whose address is somebody else's already. */
@Component
public class DeadEnds {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PortalPages pages;

    DeadEnds(PortalPages pages) {
        this.pages = pages;
    }

    /** The one answer for every link that lets nobody in, whatever the reason, and for what never was one. */
    public Reply ended() {
        return Reply.page(HttpStatus.GONE, TEMPLATES.signinEnded(pages.signedOut(say("This link has ended"))));
    }

    /** @param books whether the person is booking an appointment as somebody new */
    Reply addressTaken(boolean books) {
        return Reply.page(
                HttpStatus.CONFLICT, TEMPLATES.signinAddressTaken(pages.signedOut(say("Use another address")), books));
    }
}
