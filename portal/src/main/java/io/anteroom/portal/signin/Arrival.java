package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.language.LanguageCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Where a browser goes when signing in is over, one way or the other. */
@Component
class Arrival {

    private final PortalCookies cookies;
    private final LanguageCookie language;
    private final Sessions sessions;
    private final Clock clock;

    Arrival(PortalCookies cookies, LanguageCookie language, Sessions sessions, Clock clock) {
        this.cookies = cookies;
        this.language = language;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** To the page it wanted, with its session. */
    Reply signedIn(Entered.SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        cookies.signedIn(response, signedIn.token(), Duration.between(clock.instant(), signedIn.until()));
        language.read(request).ifPresent(chosen -> sessions.arrived(signedIn.token(), chosen));
        var wanted = cookies.wanted(request);
        cookies.arrived(response);
        return Reply.redirect(wanted.orElse("/"));
    }

    /** Back to the first page. */
    Reply tooLate() {
        return Reply.redirect("/sign-in")
                .refused(
                        say("Please start again. A code only works for a while, and in the browser that asked for it"));
    }
}
