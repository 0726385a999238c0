package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AddressLimit;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionStart;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets in a browser that typed an address and then proves who it is otherwise than by the code sent there. Wrong proofs
 * count against the address typed, whether or not anybody has it, with a lock as for wrong codes but apart from it: whoever
 * locks somebody's printed codes can't keep them from signing in with one that is sent.
 * Who came on an errand, such as an invitation's, has to prove the address itself first, and no other proof is taken.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AlternativeEntries {

    private final SignInRows signIns;
    private final AlternativeEntryLimits limits;
    private final Admission admission;
    private final Clock clock;

    AlternativeEntries(SignInRows signIns, AlternativeEntryLimits limits, Admission admission, Clock clock) {
        this.signIns = signIns;
        this.limits = limits;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * Tries it.
     *
     * @param device what the browser calls itself, in words; at most 100 characters
     * @return of a wrong one, how many tries there are before the address is locked
     */
    public Entered enter(BrowserToken browser, AlternativeProof offered, String device) {
        var now = clock.instant();
        return signIns.hold(browser)
                .filter(signIn -> !signIn.tooOld(now))
                .map(signIn -> new CodeEntries.Attempt(signIn, browser, device, now))
                .filter(attempt -> attempt.signIn().errand() == null || admission.isHalfWay(attempt))
                .map(attempt -> enter(attempt, offered))
                .orElseGet(Entered.Stale::new);
    }

    private Entered enter(CodeEntries.Attempt attempt, AlternativeProof offered) {
        var address = attempt.signIn().address();
        var limit = limits.hold(address);
        var finishedAt = attempt.signIn().finishedAt();
        if (finishedAt != null) {
            return sameAgain(attempt, finishedAt, offered);
        }
        var locked = limit.locked(attempt.now());
        if (locked.isPresent()) {
            return new Entered.Locked(locked.get());
        }
        if (admission.isHalfWay(attempt) && offered.usedJustNow()) {
            return new Entered.PasswordNext();
        }
        return offered.prove(address)
                .map(proof -> {
                    limits.save(address, limit.cleared());
                    return admit(attempt, offered, proof);
                })
                .orElseGet(() -> wrong(address, limit.withWrong(attempt.now()), attempt.now()));
    }

    private Entered admit(CodeEntries.Attempt attempt, AlternativeProof offered, Proof proof) {
        return switch (admission.admit(attempt, proof)) {
            case SessionStart.Begun begun -> {
                offered.began(begun.session());
                yield Entered.SignedIn.to(begun);
            }
            case SessionStart.PasswordNext() -> {
                offered.cameHalfWay(attempt.signIn().id());
                yield new Entered.PasswordNext();
            }
        };
    }

    private Entered wrong(SignInAddress address, AddressLimit limit, Instant now) {
        limits.save(address, limit);
        return limit.locked(now)
                .<Entered>map(Entered.Locked::new)
                .orElseGet(() -> new Entered.Wrong(limit.triesBeforeLock()));
    }

    /** Two tabs that send the same at once: the second gets the session that the first got. */
    private Entered sameAgain(CodeEntries.Attempt attempt, Instant finishedAt, AlternativeProof offered) {
        boolean same = attempt.now().isBefore(finishedAt.plus(CodeLimits.SAME_ANSWER_WITHIN)) && offered.usedJustNow();
        return (same ? admission.admitted(attempt) : Optional.<Entered.SignedIn>empty())
                .<Entered>map(signedIn -> signedIn)
                .orElseGet(Entered.TooLate::new);
    }
}
