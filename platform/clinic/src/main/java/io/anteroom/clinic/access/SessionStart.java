package io.anteroom.clinic.access;

import io.anteroom.clinic.access.Entered.SignedIn;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs in whoever proved to be an account's holder, in whichever way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SessionStart {

    private final AuthenticationStore settings;
    private final SessionRows sessions;
    private final AccessAudit audit;
    private final Clock clock;

    SessionStart(AuthenticationStore settings, SessionRows sessions, AccessAudit audit, Clock clock) {
        this.settings = settings;
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
        var until = now.plus(settings.read().session());
        var session = sessions.start(proof, token, device, now, until);
        audit.signedIn(proof, session, device);
        return new Begun(session, new SignedIn(token, until));
    }

    /**
     * A session that began.
     *
     * @param answer what the browser is told
     */
    public record Begun(SessionId session, SignedIn answer) {}
}
