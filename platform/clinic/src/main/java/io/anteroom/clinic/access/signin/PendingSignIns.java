package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.HalfWays;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a browser that asked for a code is shown while it waits. */
@Component
class PendingSignIns {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final HalfWays halfWays;

    PendingSignIns(SignInRows signIns, OneTimeCodes codes, HalfWays halfWays) {
        this.signIns = signIns;
        this.codes = codes;
        this.halfWays = halfWays;
    }

    Optional<PendingSignIn> find(BrowserToken browser, Instant now) {
        return signIns.find(browser)
                .filter(signIn -> signIn.finishedAt() == null && !signIn.tooOld(now))
                .map(signIn -> pending(signIn, now));
    }

    private PendingSignIn pending(SignIn signIn, Instant now) {
        var errand = signIn.errand();
        var newest = codes.newest(signIn.id());
        return new PendingSignIn(
                signIn.address().masked(),
                signIn.address().channel(),
                newest.getFirst().resendAt(),
                newest.stream().anyMatch(code -> code.usable(now)),
                halfWays.of(signIn.id()).filter(half -> half.isOpen(now)).isPresent(),
                errand == null ? null : errand.kind());
    }
}
