package io.anteroom.portal.session;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a person is signed in, and ending it elsewhere. */
@Controller
@OnHost(Host.PORTAL)
class SessionsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Sessions sessions;
    private final PortalPages pages;

    SessionsController(Sessions sessions, PortalPages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/sessions")
    JteModel list(Viewer viewer) {
        var rows = sessions.of(viewer).stream()
                .map(session ->
                        SessionRow.of(session, viewer, CurrentTenant.get().zone()))
                .toList();
        return TEMPLATES.sessionList(pages.page(say("Where you’re signed in")), rows);
    }

    @PostMapping("/sessions/{id}/end")
    Reply end(Viewer viewer, @PathVariable long id) {
        if (!sessions.end(viewer, new SessionId(id))) {
            throw new NoSuchPageException();
        }
        return Reply.redirect("/sessions").done(say("That browser is signed out"));
    }
}
