package io.anteroom.portal.signin;

import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.Entered;
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

/** The page that asks for the code, and for another one. */
@Controller
@OnHost(Host.PORTAL)
class CodeController {

    private final SignIns signIns;
    private final SignInPages pages;
    private final CodeWords words;
    private final Arrival arrival;
    private final PortalCookies cookies;

    CodeController(SignIns signIns, SignInPages pages, CodeWords words, Arrival arrival, PortalCookies cookies) {
        this.signIns = signIns;
        this.pages = pages;
        this.words = words;
        this.arrival = arrival;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in/code")
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        return cookies.signIn(request)
                .flatMap(browser -> code(browser, FormErrors.none()))
                .orElseGet(() -> Reply.redirect(viewer.isPresent() ? "/" : "/sign-in"));
    }

    @PostMapping("/sign-in/code")
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
        return switch (signIns.enter(browser.get(), code, device)) {
            case Entered.SignedIn signedIn -> arrival.signedIn(signedIn, request, response);
            case Entered.Stale() -> arrival.tooLate();
            case Entered.Overtaken() -> Reply.redirect("/sign-in/link-ended");
            case Entered.AddressTaken() -> Reply.redirect("/sign-in/address-taken");
            case Entered other -> code(browser.get(), words.problem(other)).orElseGet(arrival::tooLate);
        };
    }

    @PostMapping("/sign-in/codes")
    Reply another(HttpServletRequest request) {
        return switch (signIns.askAgain(Requests.from(request, cookies))) {
            case Asked.OnItsWay(var browser) ->
                Reply.redirect("/sign-in/code").done("If we know that address, a new code is on its way");
            case Asked.Wait wait ->
                code(cookies.signIn(request).orElseThrow(), FormErrors.of("code", words.sentence(wait)))
                        .orElseGet(arrival::tooLate);
            case Asked.NotSentThere() ->
                Reply.redirect("/sign-in").refused("The clinic has stopped sending codes this way");
            case Asked.Stale() -> arrival.tooLate();
        };
    }

    private Optional<Reply> code(BrowserToken browser, FormErrors errors) {
        return signIns.pending(browser).map(pending -> pages.code(pending, errors));
    }
}
