package io.anteroom.portal.signin;

import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The step of signing in at which a code is entered, sent or printed: who is not at it is led to where they belong. */
@Component
class CodeStep {

    private final Arrival arrival;
    private final PortalCookies cookies;

    CodeStep(Arrival arrival, PortalCookies cookies) {
        this.arrival = arrival;
        this.cookies = cookies;
    }

    /** Who asks, by what the request and its cookies say. */
    AskedFrom from(HttpServletRequest request) {
        return Requests.from(request, cookies);
    }

    /** The page of the browser that is signing in. */
    Reply page(HttpServletRequest request, Optional<Viewer> viewer, Function<BrowserToken, Optional<Reply>> page) {
        return cookies.signIn(request)
                .flatMap(page)
                .orElseGet(() -> Reply.redirect(viewer.isPresent() ? "/" : "/sign-in"));
    }

    /** The same page to somebody who asked for something in it. */
    Reply again(HttpServletRequest request, Function<BrowserToken, Optional<Reply>> page) {
        return cookies.signIn(request).flatMap(page).orElseGet(this::tooLate);
    }

    /** Back to the first page. */
    Reply tooLate() {
        return arrival.tooLate();
    }

    /**
     * Enters a code.
     *
     * @param enter enters it for that browser, on the device of that name
     * @param again the page with what was wrong with it
     */
    Reply enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer,
            BiFunction<BrowserToken, String, Entered> enter,
            BiFunction<BrowserToken, Entered, Optional<Reply>> again) {
        var browser = cookies.signIn(request);
        if (browser.isEmpty()) {
            return viewer.isPresent() ? Reply.redirect("/") : tooLate();
        }
        return switch (enter.apply(browser.get(), Requests.device(request))) {
            case Entered.SignedIn signedIn -> arrival.signedIn(signedIn, request, response);
            case Entered.PasswordNext() -> {
                cookies.signingIn(response, browser.get(), Requests.REMEMBERED);
                yield Reply.redirect(SecondStepController.PAGE);
            }
            case Entered.Stale() -> tooLate();
            case Entered.Overtaken() -> Reply.redirect("/sign-in/link-ended");
            case Entered.AddressTaken() -> Reply.redirect("/sign-in/address-taken");
            case Entered other -> again.apply(browser.get(), other).orElseGet(this::tooLate);
        };
    }
}
