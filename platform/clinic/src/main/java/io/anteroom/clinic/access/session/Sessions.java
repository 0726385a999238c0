package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.SessionRows.Seen;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSwitchedOff;
import io.anteroom.language.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, and ending it. */
@Component
public class Sessions {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRows sessions;
    private final HalfWays halfWays;
    private final SessionAudit audit;
    private final Clock clock;

    Sessions(SessionRows sessions, HalfWays halfWays, SessionAudit audit, Clock clock) {
        this.sessions = sessions;
        this.halfWays = halfWays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the holder of {@code token} may see at the bound clinic, if that session is alive. Read anew on every request,
     * so that a session that was ended or a grant taken away counts at once; that it was used is noted once a minute.
     */
    public Optional<VisibleChart> chart(SessionToken token) {
        Instant now = clock.instant();
        var seen = sessions.find(token, now);
        seen.filter(session -> !now.isBefore(session.last().plus(NOTED_EVERY)))
                .ifPresent(session -> sessions.note(session.chart().viewer().session(), now));
        return seen.map(Seen::chart);
    }

    /** Keeps for the holder of a session that has just begun what the browser was spoken to in, if they never chose. */
    @Transactional
    public void arrived(SessionToken session, Language language) {
        sessions.arrived(session, language);
    }

    /** Every browser that {@code viewer}'s account is signed in with, the last one seen first. */
    @Transactional(readOnly = true)
    public List<PortalSession> of(Viewer viewer) {
        return sessions.alive(viewer.account(), clock.instant());
    }

    /**
     * Whether {@code viewer} may make or change a way in: the session still goes on, which it then does until the transaction
     * ends, so that none is made in one that is being ended; and where the account is one of two steps, both of them or a
     * passkey began it within the last ten minutes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdToChangeWaysIn(Viewer viewer) {
        return sessions.holdToChangeWaysIn(viewer.session(), clock.instant());
    }

    /** Whether {@code viewer} has to sign in once more before ways in are changed, as whoever uses two steps after a while. */
    @Transactional(readOnly = true)
    public boolean signsInAgainFirst(Viewer viewer) {
        return !sessions.mayChangeWaysIn(viewer.session(), clock.instant());
    }

    /**
     * Has the one who looks act for {@code patient} in this session from now on; false if that patient is none of theirs.
     */
    @Transactional
    public boolean actFor(VisibleChart chart, PatientId patient) {
        var chosen = chart.patient(patient);
        chosen.filter(one -> chart.actingFor().filter(one::equals).isEmpty()).ifPresent(one -> {
            sessions.actFor(chart.viewer().session(), patient);
            audit.actsFor(chart, one);
        });
        return chosen.isPresent();
    }

    /** Ends the session that {@code viewer} looks through. */
    @Transactional
    public void signOut(Viewer viewer) {
        end(viewer, viewer.session(), SessionEnd.SIGNED_OUT);
    }

    /**
     * Ends one of the viewer's own sessions, where it has not ended before; false if there is none of that id, another
     * account's included.
     */
    @Transactional
    public boolean end(Viewer viewer, SessionId session) {
        return end(viewer, session, SessionEnd.ENDED_BY_PATIENT) || sessions.exists(viewer.account(), session);
    }

    /** Ends every other session of the viewer's account; how many there were. */
    @Transactional
    public int endOthers(Viewer viewer) {
        var ended =
                sessions.endOthers(viewer.account(), viewer.session(), SessionEnd.ENDED_BY_PATIENT, clock.instant());
        ended.forEach(session -> audit.sessionEnded(viewer, session, SessionEnd.ENDED_BY_PATIENT));
        return ended.size();
    }

    /** Every browser signed in with that account, the last one seen first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PortalSession> of(AccountId account) {
        return sessions.alive(account, clock.instant());
    }

    /** The same of several accounts, in one statement; one that is signed in nowhere is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AccountId, List<PortalSession>> of(Collection<AccountId> accounts) {
        return sessions.alive(accounts, clock.instant());
    }

    /** Ends one session of the account that {@code patient} signs in with; false if there is none of that id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(AccountId account, PatientId patient, SessionId session, Actor.Staff by) {
        boolean ended = sessions.end(account, session, SessionEnd.ENDED_BY_STAFF, clock.instant());
        if (ended) {
            audit.sessionEnded(patient, session, by);
        }
        return ended;
    }

    /** Whether that account has, or lately had, a session of that id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean exists(AccountId account, SessionId session) {
        return sessions.exists(account, session);
    }

    /** Ends every session of an account that loses an address, whatever it began with; how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endAllOf(AccountId account) {
        return sessions.endAllOf(account, SessionEnd.CREDENTIAL_REMOVED, clock.instant());
    }

    /** Ends every session of an account whose holder is in none of them and had all ended; how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int signOutEverywhere(AccountId account) {
        return sessions.endAllOf(account, SessionEnd.ENDED_BY_PATIENT, clock.instant());
    }

    /** A portal that is switched off signs everybody out, and for good. */
    @EventListener
    void portalOff(PortalSwitchedOff event) {
        endAll();
    }

    /** Signs everybody out of the bound clinic's portal, and stops those who are half-way in. */
    @Transactional
    void endAll() {
        sessions.endAll(SessionEnd.PORTAL_OFF, clock.instant());
        halfWays.endAll();
    }

    private boolean end(Viewer viewer, SessionId session, SessionEnd because) {
        boolean ended = sessions.end(viewer.account(), session, because, clock.instant());
        if (ended) {
            audit.sessionEnded(viewer, session, because);
        }
        return ended;
    }
}
