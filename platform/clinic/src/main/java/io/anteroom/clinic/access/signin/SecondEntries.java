package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.session.HalfWay;
import io.anteroom.clinic.access.session.HalfWays;
import io.anteroom.clinic.access.session.SessionStart;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Browsers that gave the first of two steps, and what they get for the second. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SecondEntries {

    private final SignInRows signIns;
    private final HalfWays halfWays;
    private final Admission admission;
    private final Clock clock;

    SecondEntries(SignInRows signIns, HalfWays halfWays, Admission admission, Clock clock) {
        this.signIns = signIns;
        this.halfWays = halfWays;
        this.admission = admission;
        this.clock = clock;
    }

    /** What {@code browser} is to give its second step for. */
    public Optional<SecondEntry> find(BrowserToken browser) {
        return signIns.find(browser)
                .flatMap(this::halfWay)
                .filter(entry -> entry.halfWay().isOpen(clock.instant()));
    }

    /**
     * The same, and nobody else gives it until the transaction ends; also where it was given a moment ago, as by another tab.
     */
    public Optional<SecondEntry> hold(BrowserToken browser) {
        var now = clock.instant();
        return signIns.hold(browser)
                .flatMap(this::halfWay)
                .filter(entry ->
                        entry.halfWay().isOpen(now) || justNow(entry.halfWay().usedAt(), now));
    }

    private Optional<SecondEntry> halfWay(SignIn signIn) {
        return halfWays.of(signIn.id()).map(half -> new SecondEntry(half, signIn.address()));
    }

    private static boolean justNow(@Nullable Instant used, Instant now) {
        return used != null && now.isBefore(used.plus(CodeLimits.SAME_ANSWER_WITHIN));
    }

    /**
     * A session for whoever gave the password as well, in an account that is locked; the one that another tab began with the
     * same. Nothing if it has ended since.
     */
    public Optional<Entered.SignedIn> admit(BrowserToken browser, HalfWay half, String device) {
        return signIns.hold(browser)
                .map(signIn -> new CodeEntries.Attempt(signIn, browser, device, clock.instant()))
                .flatMap(attempt ->
                        attempt.signIn().finishedAt() == null ? begin(attempt, half) : admission.admitted(attempt));
    }

    private Optional<Entered.SignedIn> begin(CodeEntries.Attempt attempt, HalfWay half) {
        return switch (admission.admit(attempt, half.proof().andPassword())) {
            case SessionStart.Begun begun -> {
                halfWays.used(half.signIn(), begun.session(), attempt.now());
                yield Optional.of(Entered.SignedIn.to(begun));
            }
            case SessionStart.PasswordNext() -> Optional.empty();
        };
    }
}
