package io.anteroom.portal.session;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing out. */
@Controller
@OnHost(Host.PORTAL)
class SignOutController {

    private final Sessions sessions;
    private final PortalCookies cookies;

    SignOutController(Sessions sessions, PortalCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @PostMapping("/sign-out")
    Reply signOut(Viewer viewer, HttpServletResponse response) {
        sessions.signOut(viewer);
        cookies.signedOut(response);
        return Reply.redirect("/sign-in").done(say("You’re signed out"));
    }
}
