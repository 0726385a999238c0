package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.credential.Credentials;
import io.anteroom.clinic.access.credential.Credentials.Proved;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.session.HalfWays;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionStart;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.CodeEntries.Attempt;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in somebody who entered the right code, or has them give the second of two steps. */
@Component
class Admission {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final Credentials credentials;
    private final Sessions sessions;
    private final KeyedHash keyedHash;
    private final SessionStart start;
    private final HalfWays halfWays;
    private final SignInAudit audit;
    private final Errands errands;

    Admission(
            SignInRows signIns,
            OneTimeCodes codes,
            Credentials credentials,
            Sessions sessions,
            KeyedHash keyedHash,
            SessionStart start,
            HalfWays halfWays,
            SignInAudit audit,
            Errands errands) {
        this.signIns = signIns;
        this.codes = codes;
        this.credentials = credentials;
        this.sessions = sessions;
        this.keyedHash = keyedHash;
        this.start = start;
        this.halfWays = halfWays;
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
            case ErrandResult.Done(var enrolled) ->
                credentials
                        .prove(enrolled.credential(), attempt.now())
                        .<Entered>map(proved -> begin(attempt, code, proved))
                        .orElseGet(() -> spent(attempt, code, new Entered.Overtaken()));
            case ErrandResult.AddressTaken() -> spent(attempt, code, new Entered.AddressTaken());
            case ErrandResult.Ended() -> spent(attempt, code, new Entered.Overtaken());
        };
    }

    private Entered spent(Attempt attempt, OneTimeCode code, Entered answer) {
        codes.use(code.id(), attempt.now());
        return answer;
    }

    private Entered begin(Attempt attempt, OneTimeCode code, Proved proved) {
        codes.use(code.id(), attempt.now());
        return switch (admit(attempt, new Proof(proved.account(), proved.credential(), SignInMethod.CODE))) {
            case SessionStart.Begun begun -> {
                if (proved.firstTime()) {
                    audit.verified(proved, begun.session());
                }
                yield Entered.SignedIn.to(begun);
            }
            case SessionStart.PasswordNext() -> {
                if (proved.firstTime()) {
                    audit.verified(proved);
                }
                yield new Entered.PasswordNext();
            }
        };
    }

    /** A session for whoever gave that proof; the sign-in is half-way where the account asks for its password besides. */
    SessionStart.Started admit(Attempt attempt, Proof proof) {
        var signIn = attempt.signIn().id();
        var token = keyedHash.sessionToken(signIn, attempt.browser());
        var started = start.begin(proof, token, attempt.device());
        switch (started) {
            case SessionStart.Begun begun -> signIns.finish(signIn, begun.session(), attempt.now());
            case SessionStart.PasswordNext() -> halfWays.reached(signIn, proof, attempt.now());
        }
        return started;
    }

    /** Whether the sign-in gave one of two steps, and the other may still be given. */
    boolean isHalfWay(Attempt attempt) {
        return halfWays.of(attempt.signIn().id())
                .filter(half -> half.isOpen(attempt.now()))
                .isPresent();
    }

    /** The session that this sign-in led to, if it is still alive. */
    Optional<Entered.SignedIn> admitted(Attempt attempt) {
        var token = keyedHash.sessionToken(attempt.signIn().id(), attempt.browser());
        return sessions.chart(token)
                .map(chart -> new Entered.SignedIn(token, chart.viewer().until()));
    }
}
