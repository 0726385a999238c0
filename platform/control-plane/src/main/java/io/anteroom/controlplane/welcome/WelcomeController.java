package io.anteroom.controlplane.welcome;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.identity.IdentityProviderException;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the link in the owner's mail leads. Opening it changes nothing; the button goes on. */
@OnHost(Host.PLATFORM)
@Controller
class WelcomeController {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomeController.class);

    private final Welcomes welcomes;
    private final RateLimits requestLimit;
    private final Templates templates;

    WelcomeController(Welcomes welcomes, RateLimits requestLimit, Templates templates) {
        this.welcomes = welcomes;
        this.requestLimit = requestLimit;
        this.templates = templates;
    }

    @GetMapping("/welcome/{token}")
    Reply show(@PathVariable String token) {
        return open(token)
                .map(welcome -> Reply.page(page(token, welcome, false)))
                .orElseGet(() -> gone(token));
    }

    @PostMapping("/welcome/{token}")
    Reply goOn(@PathVariable String token, HttpServletRequest request) {
        requestLimit.require(ClientNetwork.of(request));
        return open(token).map(welcome -> next(token, welcome)).orElseGet(() -> gone(token));
    }

    private Reply next(String token, Welcome welcome) {
        try {
            return Reply.redirect(welcomes.next(welcome).toString());
        } catch (IdentityProviderException fault) {
            LOG.warn("No link for a first password for the owner of {}", welcome.id(), fault);
            return Reply.page(HttpStatus.SERVICE_UNAVAILABLE, page(token, welcome, true));
        }
    }

    /** The same answer whether the link was ever one of ours or not. */
    @PostMapping("/welcome/{token}/renewal")
    Reply renew(@PathVariable String token, HttpServletRequest request) {
        requestLimit.require(ClientNetwork.of(request));
        LinkToken.read(token).ifPresent(welcomes::sendAgain);
        return Reply.redirect("/welcome/sent");
    }

    @GetMapping("/welcome/sent")
    JteModel sent() {
        return templates.signupLinkSent();
    }

    private Optional<Welcome> open(String token) {
        return LinkToken.read(token).flatMap(welcomes::open);
    }

    private JteModel page(String token, Welcome welcome, boolean unavailable) {
        return templates.welcomeWelcome(
                token, welcome.organisation(), welcome.ownerEmail().value(), unavailable);
    }

    private Reply gone(String token) {
        String renewal =
                "/welcome/" + LinkToken.read(token).map(LinkToken::value).orElse("-") + "/renewal";
        return Reply.page(HttpStatus.GONE, templates.signupLinkGone(renewal));
    }
}
