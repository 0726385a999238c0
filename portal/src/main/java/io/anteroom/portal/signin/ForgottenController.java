package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.password.ForgottenPassword;
import io.anteroom.clinic.access.recovery.RecoverySignIn;
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

/** What somebody can do who entered a right code and has forgotten the password that goes with it. */
@Controller
@OnHost(Host.PORTAL)
class ForgottenController {

    private static final Templates TEMPLATES = new StaticTemplates();

    /** Where they may choose another, once they are in. */
    private static final String THEN = "/password/new";

    private final ForgottenPassword forgotten;
    private final RecoverySignIn recovery;
    private final CodeStep step;
    private final CodeWords words;
    private final PortalPages pages;
    private final PortalCookies cookies;

    ForgottenController(
            ForgottenPassword forgotten,
            RecoverySignIn recovery,
            CodeStep step,
            CodeWords words,
            PortalPages pages,
            PortalCookies cookies) {
        this.forgotten = forgotten;
        this.recovery = recovery;
        this.step = step;
        this.words = words;
        this.pages = pages;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in/forgotten")
    Reply ways(HttpServletRequest request, Optional<Viewer> viewer) {
        return step.page(request, viewer, browser -> page(HttpStatus.OK, browser, FormErrors.none()));
    }

    /** Sends a code to the other address. */
    @PostMapping("/sign-in/forgotten/codes")
    Reply send(HttpServletRequest request, HttpServletResponse response) {
        return step.again(
                request,
                before -> forgotten.ask(before, step.from(request)).flatMap(asked -> switch (asked) {
                    case Asked.OnItsWay(var browser) -> {
                        cookies.signingIn(response, browser, Requests.REMEMBERED);
                        cookies.wanting(response, THEN, Requests.REMEMBERED);
                        yield Optional.of(Reply.redirect("/sign-in/code"));
                    }
                    case Asked.Wait wait ->
                        page(HttpStatus.TOO_MANY_REQUESTS, before, FormErrors.ofForm(words.sentence(wait)));
                    case Asked.NotSentThere(), Asked.Stale() -> Optional.of(Reply.redirect("/sign-in/forgotten"));
                }));
    }

    @PostMapping("/sign-in/forgotten/printed")
    Reply enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        return step.enter(
                request,
                response,
                viewer,
                (browser, device) -> recovery.enterForgotten(browser, step.from(request), code, device),
                (browser, wrong) -> page(HttpStatus.UNPROCESSABLE_CONTENT, browser, words.printedProblem(wrong)));
    }

    private Optional<Reply> page(HttpStatus status, BrowserToken browser, FormErrors errors) {
        return forgotten
                .of(browser)
                .map(ways -> Reply.page(
                        status, TEMPLATES.signinForgotten(pages.signedOut(say("Forgotten password")), ways, errors)));
    }
}
