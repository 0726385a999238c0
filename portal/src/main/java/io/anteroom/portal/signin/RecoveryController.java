package io.anteroom.portal.signin;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.recovery.RecoverySignIn;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.PendingSignIn;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A printed code in place of the one that was sent. The page is the same whether the clinic knows the address or not. */
@Controller
@OnHost(Host.PORTAL)
class RecoveryController {

    private final SignIns signIns;
    private final RecoverySignIn recovery;
    private final SignInPages pages;
    private final CodeWords words;
    private final Arrival arrival;
    private final PortalCookies cookies;

    RecoveryController(
            SignIns signIns,
            RecoverySignIn recovery,
            SignInPages pages,
            CodeWords words,
            Arrival arrival,
            PortalCookies cookies) {
        this.signIns = signIns;
        this.recovery = recovery;
        this.pages = pages;
        this.words = words;
        this.arrival = arrival;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in/recovery")
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        return cookies.signIn(request)
                .flatMap(browser -> page(browser, FormErrors.none()))
                .orElseGet(() -> Reply.redirect(viewer.isPresent() ? "/" : "/sign-in"));
    }

    @PostMapping("/sign-in/recovery")
    Reply enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        var browser = cookies.signIn(request);
        if (browser.isEmpty()) {
            return viewer.isPresent() ? Reply.redirect("/") : arrival.tooLate();
        }
        var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (recovery.enter(browser.get(), Requests.from(request, cookies), code, device)) {
            case Entered.SignedIn signedIn -> arrival.signedIn(signedIn, request, response);
            case Entered.Stale() -> arrival.tooLate();
            case Entered other ->
                page(browser.get(), words.printedProblem(other)).orElseGet(arrival::tooLate);
        };
    }

    private Optional<Reply> page(BrowserToken browser, FormErrors errors) {
        return signIns.pending(browser).filter(PendingSignIn::printed).map(pending -> pages.recovery(pending, errors));
    }
}
