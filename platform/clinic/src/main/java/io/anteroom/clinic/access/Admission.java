package io.anteroom.clinic.access;

import io.anteroom.clinic.access.CodeEntries.Attempt;
import io.anteroom.clinic.access.Credentials.Proved;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in somebody who entered the right code. */
@Component
class Admission {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final Credentials credentials;
    private final SessionRows sessions;
    private final KeyedHash keyedHash;
    private final SessionStart start;
    private final AccessAudit audit;
    private final Errands errands;

    Admission(
            SignInRows signIns,
            OneTimeCodes codes,
            Credentials credentials,
            SessionRows sessions,
            KeyedHash keyedHash,
            SessionStart start,
            AccessAudit audit,
            Errands errands) {
        this.signIns = signIns;
        this.codes = codes;
        this.credentials = credentials;
        this.sessions = sessions;
        this.keyedHash = keyedHash;
        this.start = start;
        this.audit = audit;
        this.errands = errands;
    }

    /** A session for whoever has the credential the code was sent to; nothing if it was taken away meanwhile. */
    Optional<Entered> admit(Attempt attempt, OneTimeCode code) {
        var errand = attempt.signIn().errand();
        return errand == null
                ? Optional.ofNullable(code.credential())
                        .flatMap(credential -> credentials.prove(credential, attempt.now()))
                        .map(proved -> begin(attempt, code, proved))
                : Optional.of(admit(attempt, code, errand));
    }

    /** The same for whoever came on an errand, once that is run. The code is used up either way. */
    private Entered admit(Attempt attempt, OneTimeCode code, Errand errand) {
        return switch (errands.run(attempt.signIn(), errand)) {
            case Ran.Done(var enrolled) ->
                credentials
                        .prove(enrolled.credential(), attempt.now())
                        .<Entered>map(proved -> begin(attempt, code, proved))
                        .orElseGet(() -> spent(attempt, code, new Entered.Overtaken()));
            case Ran.AddressTaken() -> spent(attempt, code, new Entered.AddressTaken());
            case Ran.Ended() -> spent(attempt, code, new Entered.Overtaken());
        };
    }

    private Entered spent(Attempt attempt, OneTimeCode code, Entered answer) {
        codes.use(code.id(), attempt.now());
        return answer;
    }

    private Entered begin(Attempt attempt, OneTimeCode code, Proved proved) {
        codes.use(code.id(), attempt.now());
        var begun = admit(attempt, new Proof(proved.account(), proved.credential(), SignInMethod.CODE));
        if (proved.firstTime()) {
            audit.verified(proved, begun.session());
        }
        return begun.answer();
    }

    /** A session for whoever gave that proof. */
    SessionStart.Begun admit(Attempt attempt, Proof proof) {
        var token = keyedHash.sessionToken(attempt.signIn().id(), attempt.browser());
        var begun = start.begin(proof, token, attempt.device());
        signIns.finish(attempt.signIn().id(), begun.session(), attempt.now());
        return begun;
    }

    /** The session that this sign-in led to, if it is still alive. */
    Optional<Entered> admitted(Attempt attempt) {
        var token = keyedHash.sessionToken(attempt.signIn().id(), attempt.browser());
        return sessions.find(token, attempt.now())
                .map(alive -> new Entered.SignedIn(token, alive.chart().viewer().until()));
    }
}
