package io.anteroom.controlplane.signup;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Between the form and the mail: where to look, and what to do if nothing comes. */
@OnHost(Host.PLATFORM)
@Controller
class SentController {

    private final SignUps signUps;
    private final RateLimits formLimit;
    private final Templates templates;

    SentController(SignUps signUps, RateLimits formLimit, Templates templates) {
        this.signUps = signUps;
        this.formLimit = formLimit;
        this.templates = templates;
    }

    /** For everybody: it tells nothing. */
    @GetMapping("/signup/sent")
    JteModel sent() {
        return templates.signupLinkSent();
    }

    /** A key whose sign-up has moved on (its details were changed from the mail) gets the page for everybody. */
    @GetMapping("/signup/{page:[A-Za-z0-9_-]{43}}/sent")
    Reply sent(@PathVariable String page) {
        return signUps.byPage(new LinkToken(page))
                .map(signUp -> sent(page, signUp))
                .orElseGet(() -> Reply.page(templates.signupLinkSent()));
    }

    private Reply sent(String page, SignUp signUp) {
        return signUp.confirmed()
                ? Reply.redirect("/signup/" + page + "/progress")
                : Reply.page(templates.signupSent(
                        page, signUp.organisation().owner().email().value()));
    }

    @PostMapping("/signup/{page:[A-Za-z0-9_-]{43}}/mails")
    Reply again(@PathVariable String page, HttpServletRequest request) {
        formLimit.require(ClientNetwork.of(request));
        signUps.sendAgain(new LinkToken(page));
        return Reply.redirect("/signup/" + page + "/sent").done("We sent the mail again. Only its link works now.");
    }
}
