package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.password.PasswordRows.Known;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionStart;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.Entered;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions of signing in with a password, between which it is hashed. */
@Component
class PasswordDoor {

    private final Authentication authentication;
    private final SignInCaps caps;
    private final PasswordLimits limits;
    private final PasswordRows rows;
    private final AccountLock lock;
    private final SessionStart start;
    private final RandomTokens tokens;
    private final Clock clock;

    PasswordDoor(
            Authentication authentication,
            SignInCaps caps,
            PasswordLimits limits,
            PasswordRows rows,
            AccountLock lock,
            SessionStart start,
            RandomTokens tokens,
            Clock clock) {
        this.authentication = authentication;
        this.caps = caps;
        this.limits = limits;
        this.rows = rows;
        this.lock = lock;
        this.start = start;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Counts a try as wrong before it is compared, so that many at once get no more tries than one after the other. The same
     * statements run whether or not anybody has the address.
     */
    @Transactional
    Knock knock(SignInAddress address, AskedFrom from) {
        if (!authentication.settings().passwords()) {
            return new Knock.Refused(new PasswordTried.Off());
        }
        var now = clock.instant();
        var network = caps.ask(from, now);
        if (network.isPresent()) {
            return new Knock.Refused(new PasswordTried.TooMany(network.get()));
        }
        var before = limits.hold(address);
        if (before.usedUp() || before.locked(now).isPresent()) {
            return new Knock.Refused(before.answer(now));
        }
        var counted = before.withWrong(now);
        limits.save(address, counted, now);
        return new Knock.Heard(rows.with(address), counted.answer(now));
    }

    /** A session for whoever had the password right; nothing if it was changed or taken away meanwhile. */
    @Transactional
    Optional<Entered.SignedIn> admit(SignInAddress address, Known known, String device) {
        var held = lock.hold(known.account()) ? rows.holdWith(address) : Optional.<Known>empty();
        return held.filter(known::equals).flatMap(still -> {
            limits.clear(still.account());
            var proof = new Proof(still.account(), still.credential(), SignInMethod.PASSWORD);
            return switch (start.begin(proof, new SessionToken(tokens.draw()), device)) {
                case SessionStart.Begun begun -> Optional.of(Entered.SignedIn.to(begun));
                case SessionStart.PasswordNext() -> Optional.empty();
            };
        });
    }

    /** What became of a try before its password was compared. */
    sealed interface Knock {

        /** It isn't compared. */
        record Refused(PasswordTried answer) implements Knock {}

        /**
         * It is.
         *
         * @param known whose address it is, if anybody's who has a password
         * @param ifWrong the answer to a wrong one
         */
        record Heard(Optional<Known> known, PasswordTried ifWrong) implements Knock {}
    }
}
