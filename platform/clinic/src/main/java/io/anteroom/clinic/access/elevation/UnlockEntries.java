package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.limit.AddressLimit;
import io.anteroom.clinic.access.limit.AddressLimits;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.EnteredCode;
import io.anteroom.clinic.access.signin.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes codes that open clinical records. Wrong ones count against the address, together with those of signing in. */
@Component
class UnlockEntries {

    private final UnlockRows rows;
    private final AddressLimits limits;
    private final KeyedHash keyedHash;
    private final RecordLock lock;

    UnlockEntries(UnlockRows rows, AddressLimits limits, KeyedHash keyedHash, RecordLock lock) {
        this.rows = rows;
        this.limits = limits;
        this.keyedHash = keyedHash;
        this.lock = lock;
    }

    Optional<PendingUnlock> pending(SessionId session, Instant now) {
        var codes = rows.newest(session);
        return codes.stream().anyMatch(code -> code.usable(now))
                ? codes.stream().findFirst().map(newest -> new PendingUnlock(newest.address(), newest.resendAt()))
                : Optional.empty();
    }

    Unlocked enter(VisibleChart chart, EnteredCode entered, Instant now) {
        return rows.newest(chart.viewer().session()).stream()
                .findFirst()
                .map(newest -> enter(chart, newest.address(), entered, now))
                .orElseGet(() -> new Unlocked.Refused(new Entered.Stale()));
    }

    private Unlocked enter(VisibleChart chart, UnlockAddress to, EnteredCode entered, Instant now) {
        var session = chart.viewer().session();
        var limit = limits.hold(to.address());
        var codes = rows.newest(session); // once more, now that of two tabs this one has its turn
        var right = codes.stream().filter(code -> code.matches(keyedHash.ofUnlockCode(code.id(), entered.digits())));
        var matching = right.reduce((first, second) -> first);
        if (matching.filter(code -> code.justUsed(now)).isPresent()) {
            return lock.openUntil(session, now)
                    .<Unlocked>map(Unlocked.Open::new)
                    .orElseGet(() -> new Unlocked.Refused(new Entered.TooLate()));
        }
        var locked = limit.locked(now);
        if (locked.isPresent()) {
            return new Unlocked.Refused(new Entered.Locked(locked.get()));
        }
        if (codes.stream().noneMatch(code -> code.usable(now))) {
            return new Unlocked.Refused(
                    codes.stream().limit(1).anyMatch(UnlockCode::burned)
                            ? new Entered.Burned()
                            : new Entered.TooLate());
        }
        return matching.filter(code -> code.usable(now)).isPresent()
                ? open(chart, to, limit, now)
                : wrong(session, to, limit.withWrong(now), codes, now);
    }

    private Unlocked open(VisibleChart chart, UnlockAddress to, AddressLimit limit, Instant now) {
        limits.save(to.address(), limit.cleared());
        rows.use(chart.viewer().session(), now);
        return lock.open(chart, SignInMethod.CODE)
                .<Unlocked>map(Unlocked.Open::new)
                .orElseGet(() -> new Unlocked.Refused(new Entered.Stale()));
    }

    private Unlocked wrong(
            SessionId session, UnlockAddress to, AddressLimit limit, List<UnlockCode> codes, Instant now) {
        limits.save(to.address(), limit);
        rows.countWrong(session);
        var locked = limit.locked(now);
        if (locked.isPresent()) {
            return new Unlocked.Refused(new Entered.Locked(locked.get()));
        }
        int left = codes.stream()
                .filter(code -> code.usable(now))
                .mapToInt(UnlockCode::triesLeftAfterAnother)
                .max()
                .orElse(0);
        return new Unlocked.Refused(left > 0 ? new Entered.Wrong(left) : new Entered.Burned());
    }
}
