package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.limit.CodeLimits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords for one typed address, or for one account after a right code, since the last right one. Every tenth locks it for as long as wrong codes would; after
 * a hundred only a code gets in, and another password has to be set (NIST SP 800-63B-4, 3.2.2).
 *
 * @param lockedUntil when the last lock ends or ended
 */
record PasswordLimit(int wrong, @Nullable Instant lockedUntil) {

    static final int AT_MOST = 100;

    Optional<Instant> locked(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(now::isBefore);
    }

    boolean usedUp() {
        return wrong >= AT_MOST;
    }

    /** What is said to a wrong one, or while none is taken. */
    PasswordTried answer(Instant now) {
        return usedUp()
                ? new PasswordTried.UsedUp()
                : locked(now).<PasswordTried>map(PasswordTried.Locked::new).orElseGet(PasswordTried.Wrong::new);
    }

    PasswordLimit withWrong(Instant now) {
        int more = wrong + 1;
        return more % CodeLimits.WRONG_IN_ROW == 0
                ? new PasswordLimit(more, now.plus(CodeLimits.lock(more / CodeLimits.WRONG_IN_ROW)))
                : new PasswordLimit(more, lockedUntil);
    }
}
