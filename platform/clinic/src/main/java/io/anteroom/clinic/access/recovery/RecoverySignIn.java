package io.anteroom.clinic.access.recovery;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.password.ForgottenPassword;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.AlternativeEntries;
import io.anteroom.clinic.access.signin.AlternativeProof;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SecondEntries;
import io.anteroom.clinic.access.signin.SecondEntry;
import io.anteroom.clinic.access.signin.SignInMetrics;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in with a printed code in place of the one that was sent. A code is looked up by its hash alone, and only a right
 * one leads to an account: what is wrong takes the same steps for an address that nobody has.
 */
@Component
public class RecoverySignIn {

    private final AlternativeEntries entries;
    private final RecoveryRows rows;
    private final RecoveryTraces traces;
    private final SecondEntries seconds;
    private final ForgottenPassword forgotten;
    private final AccountLock lock;
    private final SignInCaps caps;
    private final SignInMetrics metrics;
    private final Clock clock;

    RecoverySignIn(
            AlternativeEntries entries,
            RecoveryRows rows,
            RecoveryTraces traces,
            SecondEntries seconds,
            ForgottenPassword forgotten,
            AccountLock lock,
            SignInCaps caps,
            SignInMetrics metrics,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.traces = traces;
        this.seconds = seconds;
        this.forgotten = forgotten;
        this.lock = lock;
        this.caps = caps;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Enters a printed code. Each counts as a code asked for from that network.
     *
     * @param from where it was entered
     * @param typed as it was typed or pasted
     * @param device what the browser calls itself, in words; at most 100 characters
     */
    @Transactional
    public Entered enter(BrowserToken browser, AskedFrom from, String typed, String device) {
        return enter(from, typed, code -> entries.enter(browser, new Offered(code), device));
    }

    /**
     * Enters a printed code in a browser whose code was right and whose holder forgot the password asked for next: it removes
     * the password, which the holder is told, and signs in. Printed codes are one thing, so a second of them proves nothing.
     *
     * @param from where it was entered
     * @param typed as it was typed or pasted
     * @param device what the browser calls itself, in words; at most 100 characters
     */
    @Transactional
    public Entered enterForgotten(BrowserToken browser, AskedFrom from, String typed, String device) {
        return enter(from, typed, code -> entries.enter(browser, new InPlaceOfPassword(code, browser), device));
    }

    private Entered enter(AskedFrom from, String typed, Function<RecoveryCode, Entered> entry) {
        return metrics.enteredPrinted(RecoveryCode.read(typed)
                .map(code -> caps.ask(from, clock.instant())
                        .<Entered>map(Entered.TooMany::new)
                        .orElseGet(() -> entry.apply(code)))
                .orElseGet(Entered.NotACode::new));
    }

    /** One code that was entered. */
    private class Offered implements AlternativeProof {

        final RecoveryCode code;
        private RecoveryRows.@Nullable Found found;

        Offered(RecoveryCode code) {
            this.code = code;
        }

        @Override
        public Optional<Proof> prove(SignInAddress typed) {
            return unused().flatMap(right -> rows.credential(right.account(), typed)
                    .map(credential -> {
                        use(right);
                        return new Proof(right.account(), credential, SignInMethod.RECOVERY_CODE);
                    }));
        }

        /** The code as it is stored, if it was not used, with its account locked. */
        final Optional<RecoveryRows.Found> unused() {
            return rows.find(code)
                    .filter(some -> lock.hold(some.account()))
                    .flatMap(_ -> rows.find(code))
                    .filter(unused -> unused.usedAt() == null);
        }

        final void use(RecoveryRows.Found right) {
            rows.use(code, clock.instant());
            found = right;
        }

        @Override
        public void began(SessionId session) {
            var used = Objects.requireNonNull(found);
            rows.began(session, used.set());
            traces.used(used.account(), rows.left(used.set()));
        }

        @Override
        public void cameHalfWay(UUID signIn) {
            var used = Objects.requireNonNull(found);
            rows.cameHalfWay(signIn, used.set());
            traces.used(used.account(), rows.left(used.set()));
        }

        @Override
        public boolean usedJustNow() {
            return rows.find(code)
                    .map(RecoveryRows.Found::usedAt)
                    .filter(used -> clock.instant().isBefore(used.plus(CodeLimits.SAME_ANSWER_WITHIN)))
                    .isPresent();
        }
    }

    /** One code that was entered by somebody who entered the one that was sent before. */
    private final class InPlaceOfPassword extends Offered {

        private final BrowserToken browser;

        InPlaceOfPassword(RecoveryCode code, BrowserToken browser) {
            super(code);
            this.browser = browser;
        }

        @Override
        public Optional<Proof> prove(SignInAddress typed) {
            return seconds.find(browser)
                    .map(SecondEntry::halfWay)
                    .filter(half -> half.proof().method() == SignInMethod.CODE)
                    .flatMap(half -> unused().filter(right -> right.account().equals(half.account()))
                            .map(right -> {
                                forgotten.remove(
                                        half.account(), "it was forgotten; a printed code was entered besides");
                                use(right);
                                return half.proof();
                            }));
        }
    }
}
