package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.password.PasswordKeeper.Ready;
import io.anteroom.clinic.access.password.PasswordRows.Stored;
import io.anteroom.clinic.access.session.VisibleChart;
import org.springframework.stereotype.Component;

/** The password of somebody who is signed in. */
@Component
public class Passwords {

    /** Once more where another browser of the same person was quicker. */
    private static final int TRIES = 3;

    private final PasswordKeeper keeper;
    private final PasswordHashing hashing;
    private final HashingTurns turns;

    Passwords(PasswordKeeper keeper, PasswordHashing hashing, HashingTurns turns) {
        this.keeper = keeper;
        this.hashing = hashing;
        this.turns = turns;
    }

    /** How it stands with it. */
    public PasswordStanding standing(VisibleChart chart) {
        return keeper.standing(chart);
    }

    /**
     * Sets or changes it, within ten minutes of a session that began with a code or a passkey, or while clinical records are
     * open; ends the account's other sessions and tells the person. The one that is there already changes nothing. Not within
     * a transaction: it waits for its turn to be hashed.
     *
     * @param typed as it was typed or pasted
     * @param withCode whether it is to be asked for together with a code, each time: neither then signs in alone
     */
    public PasswordSaved set(VisibleChart chart, String typed, boolean withCode) {
        var standing = keeper.standing(chart);
        if (!standing.offered()) {
            return new PasswordSaved.Off();
        }
        if (withCode && !standing.shortOffered()) {
            return new PasswordSaved.NotTogether();
        }
        var normal = PasswordRules.normal(typed);
        return keeper.begin(chart)
                .map(ready -> PasswordRules.problem(normal, withCode, ready.names())
                        .<PasswordSaved>map(PasswordSaved.Refused::new)
                        .orElseGet(() ->
                                turns.take(() -> keep(chart, normal, withCode)).orElseGet(PasswordSaved.Busy::new)))
                .orElseGet(PasswordSaved.CheckFirst::new);
    }

    private PasswordSaved keep(VisibleChart chart, String normal, boolean withCode) {
        for (int i = 0; i < TRIES; i++) {
            var stored = keeper.begin(chart).flatMap(Ready::stored);
            var before = stored.map(Stored::hash);
            boolean same = hashing.matches(normal, before)
                    && stored.filter(there -> there.twoSteps() == withCode).isPresent();
            if (same || keeper.keep(chart, before, hashing.hash(normal), withCode)) {
                return new PasswordSaved.Saved();
            }
        }
        return new PasswordSaved.Busy();
    }

    /**
     * Removes it, ends the account's other sessions and tells the person; false if there was none, or if it is asked for
     * together with a code and the person has to sign in once more first ({@code Sessions.signsInAgainFirst}).
     */
    public boolean remove(VisibleChart chart) {
        return keeper.remove(chart);
    }
}
