package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.password.PasswordSignIn;
import io.anteroom.clinic.access.password.PasswordTried;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a password. The answer to a wrong one is the same whether the clinic knows the address or not. */
@Controller
@OnHost(Host.PORTAL)
class PasswordSignInController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PasswordSignIn signIn;
    private final Authentication authentication;
    private final PasswordTries tries;
    private final PortalPages pages;
    private final PortalCookies cookies;
    private final Arrival arrival;

    PasswordSignInController(
            PasswordSignIn signIn,
            Authentication authentication,
            PasswordTries tries,
            PortalPages pages,
            PortalCookies cookies,
            Arrival arrival) {
        this.signIn = signIn;
        this.authentication = authentication;
        this.tries = tries;
        this.pages = pages;
        this.cookies = cookies;
        this.arrival = arrival;
    }

    @GetMapping("/sign-in/password")
    Reply form(Optional<Viewer> viewer, @Nullable String renew) {
        if (viewer.isPresent() && renew == null) {
            return Reply.redirect("/");
        }
        return authentication.settings().passwords()
                ? again(HttpStatus.OK, "", FormErrors.none())
                : Reply.redirect("/sign-in");
    }

    @PostMapping("/sign-in/password")
    Reply enter(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var read = SignInAddress.read(address.strip(), CurrentTenant.get().country());
        var missing = tries.missing(read.isPresent(), password);
        if (missing.any()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, address, missing);
        }
        var device = Requests.device(request);
        return switch (signIn.enter(read.orElseThrow(), password, Requests.from(request, cookies), device)) {
            case PasswordTried.SignedIn(var answer) -> arrival.signedIn(answer, request, response);
            case PasswordTried.Off() -> Reply.redirect("/sign-in");
            case PasswordTried other -> again(tries.status(other), address, tries.problem(other));
        };
    }

    private Reply again(HttpStatus status, String typed, FormErrors errors) {
        return Reply.page(
                status, TEMPLATES.signinPassword(pages.signedOut(say("Sign in with a password")), typed, errors));
    }
}
