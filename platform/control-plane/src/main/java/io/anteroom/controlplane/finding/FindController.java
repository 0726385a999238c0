package io.anteroom.controlplane.finding;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.TooManyRequestsException;
import io.anteroom.webkit.security.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Find my clinic. What is answered depends on the shape of what was typed, never on whether anybody knows it. */
@OnHost(Host.PLATFORM)
@Controller
class FindController {

    private final Searches searches;
    private final LinkTokens tokens;
    private final Templates templates;

    FindController(Searches searches, LinkTokens tokens, Templates templates) {
        this.searches = searches;
        this.tokens = tokens;
        this.templates = templates;
    }

    @GetMapping("/find-my-clinic")
    JteModel form() {
        return page("", FormErrors.none());
    }

    @PostMapping("/find-my-clinic")
    Reply find(
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request) {
        TypedAddress typed = TypedAddress.of(address);
        String wrong = typed.wrong().orElse(null);
        if (wrong != null) {
            return Reply.invalid(page(address == null ? "" : address, FormErrors.of("address", wrong)));
        }
        searches.leave(idOf(key), typed.text(), ClientNetwork.of(request)).ifPresent(wait -> {
            throw new TooManyRequestsException(wait);
        });
        return Reply.redirect("/find-my-clinic/sent");
    }

    /** For everybody: it tells nothing. */
    @GetMapping("/find-my-clinic/sent")
    JteModel sent() {
        return templates.findingSent();
    }

    private JteModel page(String typed, FormErrors errors) {
        return templates.findingFind(new FindPage(tokens.next().value(), typed, errors));
    }

    private UUID idOf(@Nullable String key) {
        LinkToken token = LinkToken.read(key == null ? "" : key).orElseGet(tokens::next);
        return UUID.nameUUIDFromBytes(token.hash());
    }
}
