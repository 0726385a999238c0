package io.anteroom.clinic.access;

import io.anteroom.clinic.settings.PortalSwitchedOff;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, and ending it. */
@Component
public class Sessions {

    private final SessionRows sessions;
    private final AccessAudit audit;
    private final Clock clock;

    Sessions(SessionRows sessions, AccessAudit audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who holds {@code token} at the bound clinic, if that session is alive. */
    @Transactional
    public Optional<Viewer> viewer(SessionToken token) {
        return sessions.seen(token, clock.instant());
    }

    /** Every browser that {@code viewer}'s account is signed in with, the last one seen first. */
    @Transactional(readOnly = true)
    public List<PortalSession> of(Viewer viewer) {
        return sessions.alive(viewer.account(), clock.instant());
    }

    /** Ends the session that {@code viewer} looks through. */
    @Transactional
    public void signOut(Viewer viewer) {
        end(viewer, viewer.session(), SessionEnd.SIGNED_OUT);
    }

    /** Ends one of the viewer's own sessions; false if there is none of that id, another account's included. */
    @Transactional
    public boolean end(Viewer viewer, SessionId session) {
        return end(viewer, session, SessionEnd.ENDED_BY_PATIENT);
    }

    /** A portal that is switched off signs everybody out, and for good. */
    @EventListener
    void portalOff(PortalSwitchedOff event) {
        endAll();
    }

    /** Signs everybody out of the bound clinic's portal. */
    @Transactional
    void endAll() {
        sessions.endAll(SessionEnd.PORTAL_OFF, clock.instant());
    }

    private boolean end(Viewer viewer, SessionId session, SessionEnd because) {
        boolean ended = sessions.end(viewer.account(), session, because, clock.instant());
        if (ended) {
            audit.sessionEnded(viewer, session, because);
        }
        return ended;
    }
}
