package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.Authentication;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs in whoever proved to be an account's holder, in whichever way. It is the one door: nothing else begins a session, so
 * here stands what an account asks for that has chosen two steps.
 */
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
     * Begins a session, for as long as the clinic lets one last; none for an account of two steps where {@code proof} is one
     * of them. The account is locked, so that who sets a password at this moment goes first, or ends this session.
     *
     * @param token what the browser will hold, never used before
     * @param device what the browser calls itself, in words; at most 100 characters
     */
    public Started begin(Proof proof, SessionToken token, String device) {
        if (sessions.holdTwoSteps(proof.account()) && !proof.isOfTwoFactors()) {
            return new PasswordNext();
        }
        var now = clock.instant();
        var until = now.plus(authentication.settings().session());
        var session = sessions.start(proof, token, device, now, until);
        audit.signedIn(proof, session, device);
        return new Begun(session, token, until);
    }

    /** What a proof led to. */
    public sealed interface Started {}

    /**
     * A session that began.
     *
     * @param token what the browser is to hold
     * @param until when it ends by itself
     */
    public record Begun(SessionId session, SessionToken token, Instant until) implements Started {}

    /** No session: the account asks for its password as well. */
    public record PasswordNext() implements Started {}
}
