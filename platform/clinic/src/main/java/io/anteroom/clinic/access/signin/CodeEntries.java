package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.limit.AddressLimit;
import io.anteroom.clinic.access.limit.AddressLimits;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.CodeLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes codes that were entered. Whether the clinic knows the address shows in nothing but a right code: until then the
 * same statements run, and the same counters count.
 */
@Component
class CodeEntries {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final AddressLimits limits;
    private final Admission admission;
    private final KeyedHash keyedHash;

    CodeEntries(
            SignInRows signIns, OneTimeCodes codes, AddressLimits limits, Admission admission, KeyedHash keyedHash) {
        this.signIns = signIns;
        this.codes = codes;
        this.limits = limits;
        this.admission = admission;
        this.keyedHash = keyedHash;
    }

    Entered enter(BrowserToken browser, EnteredCode entered, String device, Instant now) {
        return signIns.hold(browser)
                .filter(signIn -> !signIn.tooOld(now))
                .map(signIn -> enter(new Attempt(signIn, browser, device, now), entered))
                .orElseGet(Entered.Stale::new);
    }

    private Entered enter(Attempt attempt, EnteredCode entered) {
        var signIn = attempt.signIn();
        var limit = limits.hold(signIn.address());
        var locked = limit.locked(attempt.now());
        var newest = codes.newest(signIn.id());
        byte[] hash = keyedHash.ofCode(signIn.id(), entered.digits());
        if (signIn.finishedAt() != null) {
            return sameAgain(attempt, signIn.finishedAt(), newest, hash);
        }
        if (locked.isPresent()) {
            return new Entered.Locked(locked.get());
        }
        if (usedBefore(newest, hash) && admission.isHalfWay(attempt)) {
            return new Entered.PasswordNext();
        }
        if (newest.stream().noneMatch(code -> code.usable(attempt.now()))) {
            return newest.getFirst().burned() ? new Entered.Burned() : new Entered.TooLate();
        }
        return matching(newest, hash)
                .filter(code -> code.usable(attempt.now()))
                .flatMap(code -> admission.admit(attempt, code))
                .map(signedIn -> {
                    limits.save(signIn.address(), limit.cleared());
                    return signedIn;
                })
                .orElseGet(() -> wrong(attempt, limit.withWrong(attempt.now()), newest));
    }

    private Entered wrong(Attempt attempt, AddressLimit limit, List<OneTimeCode> newest) {
        limits.save(attempt.signIn().address(), limit);
        codes.countWrong(attempt.signIn().id());
        var locked = limit.locked(attempt.now());
        if (locked.isPresent()) {
            return new Entered.Locked(locked.get());
        }
        int triesLeft = newest.stream()
                .filter(code -> code.usable(attempt.now()))
                .mapToInt(code -> CodeLimits.TRIES - code.wrongEntries() - 1)
                .max()
                .orElse(0);
        return triesLeft > 0 ? new Entered.Wrong(triesLeft) : new Entered.Burned();
    }

    /** Two tabs that send the same code at once: the second gets the session that the first got. */
    private Entered sameAgain(Attempt attempt, Instant finishedAt, List<OneTimeCode> newest, byte[] hash) {
        boolean same =
                attempt.now().isBefore(finishedAt.plus(CodeLimits.SAME_ANSWER_WITHIN)) && usedBefore(newest, hash);
        return (same ? admission.admitted(attempt) : Optional.<Entered.SignedIn>empty())
                .<Entered>map(signedIn -> signedIn)
                .orElseGet(Entered.TooLate::new);
    }

    private static boolean usedBefore(List<OneTimeCode> newest, byte[] hash) {
        return matching(newest, hash).filter(code -> code.usedAt() != null).isPresent();
    }

    /** Looks at every code, so that which of them agrees does not show in the time. */
    private static Optional<OneTimeCode> matching(List<OneTimeCode> codes, byte[] hash) {
        return codes.stream().filter(code -> code.matches(hash)).reduce((first, second) -> first);
    }

    /**
     * One entry.
     *
     * @param device what the browser calls itself, in words
     */
    record Attempt(SignIn signIn, BrowserToken browser, String device, Instant now) {}
}
