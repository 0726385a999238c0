package io.anteroom.clinic.access;

import io.anteroom.clinic.access.CodeEntries.Attempt;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in somebody who entered the right code. */
@Component
class Admission {

    private static final Duration SESSION_LIFE = Duration.ofHours(24);

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final Credentials credentials;
    private final SessionRows sessions;
    private final KeyedHash keyedHash;
    private final AccessAudit audit;

    Admission(
            SignInRows signIns,
            OneTimeCodes codes,
            Credentials credentials,
            SessionRows sessions,
            KeyedHash keyedHash,
            AccessAudit audit) {
        this.signIns = signIns;
        this.codes = codes;
        this.credentials = credentials;
        this.sessions = sessions;
        this.keyedHash = keyedHash;
        this.audit = audit;
    }

    /** A session for whoever has the credential the code was sent to; nothing if it was taken away meanwhile. */
    Optional<Entered> admit(Attempt attempt, OneTimeCode code) {
        return Optional.ofNullable(code.credential())
                .flatMap(credential -> credentials.prove(credential, attempt.now()))
                .map(proved -> {
                    codes.use(code.id(), attempt.now());
                    var token = keyedHash.sessionToken(attempt.signIn().id(), attempt.browser());
                    var until = attempt.now().plus(SESSION_LIFE);
                    var session = sessions.start(proved, token, attempt.device(), attempt.now(), until);
                    signIns.finish(attempt.signIn().id(), session, attempt.now());
                    audit.signedIn(proved, session, attempt.device());
                    return new Entered.SignedIn(token, until);
                });
    }

    /** The session that this sign-in led to, if it is still alive. */
    Optional<Entered> admitted(Attempt attempt) {
        var token = keyedHash.sessionToken(attempt.signIn().id(), attempt.browser());
        return sessions.find(token, attempt.now())
                .map(alive -> new Entered.SignedIn(token, alive.chart().viewer().until()));
    }
}
