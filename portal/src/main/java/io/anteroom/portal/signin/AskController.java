package io.anteroom.portal.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks who is there. Its answer is the same whether the clinic knows the address or not. */
@Controller
@OnHost(Host.PORTAL)
class AskController {

    private final SignIns signIns;
    private final SignInPages pages;
    private final PortalCookies cookies;

    AskController(SignIns signIns, SignInPages pages, PortalCookies cookies) {
        this.signIns = signIns;
        this.pages = pages;
        this.cookies = cookies;
    }

    /** Asks again of somebody signed in who wants a longer session, {@code renew}, or has to before something else; says that it {@code ended}. */
    @GetMapping("/sign-in")
    Reply form(Optional<Viewer> viewer, @Nullable String renew, @Nullable String ended) {
        return viewer.isPresent() && renew == null
                ? Reply.redirect("/")
                : Reply.page(pages.ask("", FormErrors.none(), Greeting.of(renew, ended)));
    }

    @PostMapping("/sign-in")
    Reply ask(
            @RequestParam(defaultValue = "") String address, HttpServletRequest request, HttpServletResponse response) {
        return SignInAddress.read(address.strip(), CurrentTenant.get().country())
                .map(read -> switch (signIns.ask(read, Requests.from(request, cookies))) {
                    case Asked.OnItsWay(var browser) -> {
                        cookies.signingIn(response, browser, Requests.REMEMBERED);
                        yield Reply.redirect("/sign-in/code");
                    }
                    case Asked.Wait wait -> pages.wait(address, wait);
                    case Asked.NotSentThere() -> pages.noAddress(address);
                    case Asked.Stale() -> Reply.redirect("/sign-in");
                })
                .orElseGet(() -> pages.noAddress(address));
    }
}
