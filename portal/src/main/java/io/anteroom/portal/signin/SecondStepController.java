package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.password.PasswordTried;
import io.anteroom.clinic.access.password.SecondStep;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page after a right code that asks for the password which goes with it. No other browser gets to see it. */
@Controller
@OnHost(Host.PORTAL)
class SecondStepController {

    static final String PAGE = "/sign-in/second-step";

    private static final Templates TEMPLATES = new StaticTemplates();

    private final SecondStep second;
    private final PasswordTries tries;
    private final CodeStep step;
    private final PortalPages pages;
    private final PortalCookies cookies;
    private final Arrival arrival;

    SecondStepController(
            SecondStep second,
            PasswordTries tries,
            CodeStep step,
            PortalPages pages,
            PortalCookies cookies,
            Arrival arrival) {
        this.second = second;
        this.tries = tries;
        this.step = step;
        this.pages = pages;
        this.cookies = cookies;
        this.arrival = arrival;
    }

    @GetMapping(PAGE)
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        return step.page(request, viewer, browser -> page(HttpStatus.OK, browser, FormErrors.none()));
    }

    @PostMapping(PAGE)
    Reply enter(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        var browser = cookies.signIn(request);
        if (browser.isEmpty()) {
            return viewer.isPresent() ? Reply.redirect("/") : step.tooLate();
        }
        if (password.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, browser.get(), tries.missing(true, password));
        }
        return second.enter(browser.get(), password, step.from(request), Requests.device(request))
                .map(tried -> switch (tried) {
                    case PasswordTried.SignedIn(var answer) -> arrival.signedIn(answer, request, response);
                    case PasswordTried other ->
                        again(tries.status(other), browser.get(), tries.problemAfterCode(other));
                })
                .orElseGet(step::tooLate);
    }

    private Reply again(HttpStatus status, BrowserToken browser, FormErrors errors) {
        return page(status, browser, errors).orElseGet(step::tooLate);
    }

    private Optional<Reply> page(HttpStatus status, BrowserToken browser, FormErrors errors) {
        return second.of(browser)
                .map(SignInAddress::value)
                .map(typed -> Reply.page(
                        status, TEMPLATES.signinSecond(pages.signedOut(say("Enter your password")), typed, errors)));
    }
}
