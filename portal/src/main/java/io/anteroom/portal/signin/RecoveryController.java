package io.anteroom.portal.signin;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.recovery.RecoverySignIn;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.PendingSignIn;
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

/** A printed code in place of the one that was sent. The page is the same whether the clinic knows the address or not. */
@Controller
@OnHost(Host.PORTAL)
class RecoveryController {

    private final SignIns signIns;
    private final RecoverySignIn recovery;
    private final SignInPages pages;
    private final CodeWords words;
    private final CodeStep step;

    RecoveryController(SignIns signIns, RecoverySignIn recovery, SignInPages pages, CodeWords words, CodeStep step) {
        this.signIns = signIns;
        this.recovery = recovery;
        this.pages = pages;
        this.words = words;
        this.step = step;
    }

    @GetMapping("/sign-in/recovery")
    Reply form(HttpServletRequest request, Optional<Viewer> viewer) {
        return step.page(request, viewer, browser -> page(browser, FormErrors.none()));
    }

    @PostMapping("/sign-in/recovery")
    Reply enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Viewer> viewer) {
        return step.enter(
                request,
                response,
                viewer,
                (browser, device) -> recovery.enter(browser, step.from(request), code, device),
                (browser, wrong) -> page(browser, words.printedProblem(wrong)));
    }

    private Optional<Reply> page(BrowserToken browser, FormErrors errors) {
        return signIns.pending(browser).filter(PendingSignIn::printed).map(pending -> pages.recovery(pending, errors));
    }
}
