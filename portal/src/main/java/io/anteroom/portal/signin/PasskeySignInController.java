package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.passkey.PasskeyRequest;
import io.anteroom.clinic.access.passkey.PasskeySignIn;
import io.anteroom.portal.passkey.PasskeyAnswers;
import io.anteroom.portal.passkey.PasskeyHost;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a passkey. */
@Controller
@OnHost(Host.PORTAL)
class PasskeySignInController {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final PasskeySignIn signIn;
    private final PasskeyHost host;
    private final PortalCookies cookies;
    private final Arrival arrival;

    PasskeySignInController(PasskeySignIn signIn, PasskeyHost host, PortalCookies cookies, Arrival arrival) {
        this.signIn = signIn;
        this.host = host;
        this.cookies = cookies;
        this.arrival = arrival;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.begin(Requests.from(request, cookies), host.current())) {
            case PasskeyRequest.Ask(var options, var browser) -> {
                cookies.askedForPasskey(response, browser, REMEMBERED);
                yield PasskeyAnswers.options(Optional.of(options));
            }
            case PasskeyRequest.Wait _ ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
            case PasskeyRequest.Off() -> PasskeyAnswers.options(Optional.empty());
        };
    }

    @PostMapping("/sign-in/passkey")
    Reply enter(
            @RequestParam(name = "response", defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var device = Requests.device(request);
        return cookies.passkey(request)
                .flatMap((BrowserToken browser) -> signIn.enter(browser, host.current(), answer, device))
                .<Reply>map(signedIn -> arrival.signedIn(signedIn, request, response))
                .orElseGet(() -> Reply.redirect("/sign-in")
                        .refused(say(
                                "That passkey doesn’t sign you in here. It may have been removed, or it took too long."
                                        + " You can sign in with a code")));
    }
}
