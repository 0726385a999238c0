package io.anteroom.clinic.access.recovery;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.AlternativeEntries;
import io.anteroom.clinic.access.signin.AlternativeProof;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SignInMetrics;
import java.time.Clock;
import java.util.Optional;
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
    private final AccountLock lock;
    private final SignInCaps caps;
    private final SignInMetrics metrics;
    private final Clock clock;

    RecoverySignIn(
            AlternativeEntries entries,
            RecoveryRows rows,
            RecoveryTraces traces,
            AccountLock lock,
            SignInCaps caps,
            SignInMetrics metrics,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.traces = traces;
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
        return metrics.enteredPrinted(RecoveryCode.read(typed)
                .map(code -> caps.ask(from, clock.instant())
                        .<Entered>map(Entered.TooMany::new)
                        .orElseGet(() -> entries.enter(browser, new Offered(code), device)))
                .orElseGet(Entered.NotACode::new));
    }

    /** One code that was entered. */
    private final class Offered implements AlternativeProof {

        private final RecoveryCode code;
        private RecoveryRows.@Nullable Found found;

        Offered(RecoveryCode code) {
            this.code = code;
        }

        @Override
        public Optional<Proof> prove(SignInAddress typed) {
            return rows.find(code)
                    .filter(some -> lock.hold(some.account()))
                    .flatMap(_ -> rows.find(code))
                    .filter(unused -> unused.usedAt() == null)
                    .flatMap(right -> rows.credential(right.account(), typed).map(credential -> {
                        rows.use(code, clock.instant());
                        found = right;
                        return new Proof(right.account(), credential, SignInMethod.RECOVERY_CODE);
                    }));
        }

        @Override
        public void began(SessionId session) {
            var used = found;
            if (used != null) {
                rows.began(session, used.set());
                traces.used(used.account(), rows.left(used.set()));
            }
        }

        @Override
        public boolean usedJustNow() {
            return rows.find(code)
                    .map(RecoveryRows.Found::usedAt)
                    .filter(used -> clock.instant().isBefore(used.plus(CodeLimits.SAME_ANSWER_WITHIN)))
                    .isPresent();
        }
    }
}
