package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the link in the confirmation mail leads. Mail scanners open links, so opening it changes nothing. */
@OnHost(Host.PLATFORM)
@Controller
class ConfirmationController {

    private final SignUps signUps;
    private final RateLimits formLimit;
    private final Links links;
    private final Templates templates;

    ConfirmationController(SignUps signUps, RateLimits formLimit, Links links, Templates templates) {
        this.signUps = signUps;
        this.formLimit = formLimit;
        this.links = links;
        this.templates = templates;
    }

    @GetMapping("/signup/confirm/{token}")
    Reply show(@PathVariable String token) {
        Optional<SignUp> found = LinkToken.read(token).flatMap(signUps::byConfirmation);
        if (found.filter(SignUp::confirmed).isPresent()) {
            return Reply.redirect("/signup/" + token + "/progress");
        }
        return found.map(signUp -> Reply.page(templates.signupConfirm(
                        token,
                        signUp.organisation(),
                        links.portalHost(signUp.organisation().slug().value()))))
                .orElseGet(() -> gone(token));
    }

    @PostMapping("/signup/confirm/{token}")
    Reply confirm(@PathVariable String token) {
        return LinkToken.read(token).filter(signUps::confirm).isPresent()
                ? Reply.redirect("/signup/" + token + "/progress")
                : gone(token);
    }

    private Reply gone(String token) {
        String renewal =
                "/signup/confirm/" + LinkToken.read(token).map(LinkToken::value).orElse("-") + "/renewal";
        return Reply.page(HttpStatus.GONE, templates.signupLinkGone(renewal));
    }

    /** The same answer whether the link was ever one of ours or not. */
    @PostMapping("/signup/confirm/{token}/renewal")
    Reply renew(@PathVariable String token, HttpServletRequest request) {
        formLimit.require(ClientNetwork.of(request));
        LinkToken.read(token).ifPresent(signUps::sendAgain);
        return Reply.redirect("/signup/sent");
    }
}
