package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.Authentication;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs in whoever proved to be an account's holder, in whichever way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SessionStart {

    private final Authentication authentication;
    private final SessionRows sessions;
    private final SessionAudit audit;
    private final Clock clock;

    SessionStart(Authentication authentication, SessionRows sessions, SessionAudit audit, Clock clock) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a session, for as long as the clinic lets one last.
     *
     * @param token what the browser will hold, never used before
     * @param device what the browser calls itself, in words; at most 100 characters
     */
    public Begun begin(Proof proof, SessionToken token, String device) {
        var now = clock.instant();
        var until = now.plus(authentication.settings().session());
        var session = sessions.start(proof, token, device, now, until);
        audit.signedIn(proof, session, device);
        return new Begun(session, token, until);
    }

    /**
     * A session that began.
     *
     * @param token what the browser is to hold
     * @param until when it ends by itself
     */
    public record Begun(SessionId session, SessionToken token, Instant until) {}
}
