package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.session.HalfWay;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.SecondEntries;
import io.anteroom.clinic.access.signin.SecondEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions of giving a password after a right code, between which it is hashed. */
@Component
class SecondStepDoor {

    private final SecondEntries entries;
    private final AccountLock lock;
    private final StepRows rows;
    private final SignInCaps caps;
    private final Clock clock;

    SecondStepDoor(SecondEntries entries, AccountLock lock, StepRows rows, SignInCaps caps, Clock clock) {
        this.entries = entries;
        this.lock = lock;
        this.rows = rows;
        this.caps = caps;
        this.clock = clock;
    }

    /** Counts a try as wrong before it is compared; nothing where the browser gave no right code or that is over. */
    @Transactional
    Optional<Knock> knock(BrowserToken browser, AskedFrom from) {
        var now = clock.instant();
        return held(browser)
                .map(half -> caps.ask(from, now)
                        .<Knock>map(until -> new Knock.Refused(new PasswordTried.TooMany(until)))
                        .orElseGet(() -> count(half, now)));
    }

    private Knock count(HalfWay half, Instant now) {
        var step = rows.of(half.account()).orElseThrow();
        var before = step.limit();
        if (before.usedUp() || before.locked(now).isPresent()) {
            return new Knock.Refused(before.answer(now));
        }
        var counted = before.withWrong(now);
        rows.save(half.account(), counted, now);
        return new Knock.Heard(step.hash(), counted.answer(now));
    }

    /** A session for whoever had the password of that hash right; nothing if it was changed or removed meanwhile. */
    @Transactional
    Optional<Entered.SignedIn> admit(BrowserToken browser, String hash, String device) {
        return held(browser)
                .filter(half -> rows.of(half.account())
                        .filter(step -> step.hash().equals(hash))
                        .isPresent())
                .flatMap(half -> {
                    rows.clear(half.account());
                    return entries.admit(browser, half, device);
                });
    }

    /** What the browser gave, once its account is locked. */
    private Optional<HalfWay> held(BrowserToken browser) {
        return entries.hold(browser)
                .map(SecondEntry::halfWay)
                .filter(half -> lock.hold(half.account()))
                .flatMap(_ -> entries.hold(browser))
                .map(SecondEntry::halfWay);
    }

    /** What became of a try before its password was compared. */
    sealed interface Knock {

        /** It isn't compared. */
        record Refused(PasswordTried answer) implements Knock {}

        /**
         * It is.
         *
         * @param ifWrong the answer to a wrong one
         */
        record Heard(String hash, PasswordTried ifWrong) implements Knock {

            /** Keeps the hash out of logs. */
            @Override
            public String toString() {
                return "Heard[" + ifWrong + "]";
            }
        }
    }
}
