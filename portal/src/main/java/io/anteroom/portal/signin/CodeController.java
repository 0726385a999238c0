package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
    private final CodeStep step;

    CodeController(SignIns signIns, SignInPages pages, CodeWords words, CodeStep step) {
        this.signIns = signIns;
        this.pages = pages;
        this.words = words;
        this.step = step;
    }

    @GetMapping("/sign-in/code")
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        return step.page(request, viewer, browser -> code(browser, FormErrors.none()));
    }

    @PostMapping("/sign-in/code")
    Reply enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        return step.enter(
                request,
                response,
                viewer,
                (browser, device) -> signIns.enter(browser, code, device),
                (browser, wrong) -> code(browser, words.problem(wrong)));
    }

    @PostMapping("/sign-in/codes")
    Reply another(HttpServletRequest request) {
        var from = step.from(request);
        return Optional.ofNullable(from.browser())
                .flatMap(signIns::pending)
                .flatMap(pages::tooSoon)
                .orElseGet(() -> another(request, from));
    }

    private Reply another(HttpServletRequest request, AskedFrom from) {
        return switch (signIns.askAgain(from)) {
            case Asked.OnItsWay(var _) ->
                Reply.redirect("/sign-in/code").done(say("If we know that address, a new code is on its way"));
            case Asked.Wait wait ->
                step.again(request, browser -> code(browser, FormErrors.of("code", words.sentence(wait))));
            case Asked.NotSentThere() ->
                Reply.redirect("/sign-in").refused(say("The clinic has stopped sending codes this way"));
            case Asked.Stale() -> step.tooLate();
        };
    }

    /** Who has entered it and comes back is asked for the password that goes with it. */
    private Optional<Reply> code(BrowserToken browser, FormErrors errors) {
        return signIns.pending(browser)
                .map(pending -> pending.halfWay() && !errors.any()
                        ? Reply.redirect(SecondStepController.PAGE)
                        : pages.code(pending, errors));
    }
}
