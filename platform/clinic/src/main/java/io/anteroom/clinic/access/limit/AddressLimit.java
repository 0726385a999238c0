package io.anteroom.clinic.access.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one typed address has used up: codes asked for, and wrong entries in a row. It is kept for addresses that nobody
 * has as well, so that reaching a limit tells nothing.
 *
 * @param sends when codes were asked for, within the last ten minutes
 * @param wrongInRow wrong entries since the last success or lock
 * @param lastWrong when the last of them was
 * @param timesLocked locks since the last success
 * @param lockedUntil when the last lock ends or ended
 */
public record AddressLimit(
        List<Instant> sends,
        int wrongInRow,
        @Nullable Instant lastWrong,
        int timesLocked,
        @Nullable Instant lockedUntil) {

    static final AddressLimit UNUSED = new AddressLimit(List.of(), 0, null, 0, null);

    /** Copies the sends. */
    public AddressLimit {
        sends = List.copyOf(sends);
    }

    /** When the lock ends, if it still holds. */
    public Optional<Instant> locked(Instant now) {
        var latest = now.plus(CodeLimits.lock(Math.max(1, timesLocked))).plus(CodeLimits.CLOCKS_DIFFER);
        return Optional.ofNullable(lockedUntil).filter(now::isBefore).filter(until -> !until.isAfter(latest));
    }

    /** When the next code may be asked for, if that is not now. */
    Optional<Instant> sendsUsedUp(Instant now) {
        var recent = recentSends(now).toList();
        return recent.size() < CodeLimits.SENDS
                ? Optional.empty()
                : Optional.of(recent.get(recent.size() - CodeLimits.SENDS).plus(CodeLimits.SENDS_WITHIN));
    }

    AddressLimit withSend(Instant now) {
        var kept = Stream.concat(recentSends(now), Stream.of(now)).toList();
        return new AddressLimit(kept, wrongInRow, lastWrong, timesLocked, lockedUntil);
    }

    /** One more wrong entry, and the lock if it was the tenth in a row. */
    public AddressLimit withWrong(Instant now) {
        var before = forgiven(now) ? new AddressLimit(sends, 0, null, 0, null) : this;
        int wrong = before.wrongInRow + 1;
        if (wrong < CodeLimits.WRONG_IN_ROW) {
            return new AddressLimit(sends, wrong, now, before.timesLocked, before.lockedUntil);
        }
        int locks = before.timesLocked + 1;
        return new AddressLimit(sends, 0, now, locks, now.plus(CodeLimits.lock(locks)));
    }

    /** After a right entry: nothing is held against the address, but codes asked for still count. */
    public AddressLimit cleared() {
        return new AddressLimit(sends, 0, null, 0, null);
    }

    /** After staff lifted the lock: the next lasts as long as it would have, and codes asked for still count. */
    public AddressLimit unlocked() {
        return new AddressLimit(sends, 0, lastWrong, timesLocked, null);
    }

    /** How many wrong entries there may still be before the lock, 1 or more. */
    public int triesBeforeLock() {
        return CodeLimits.WRONG_IN_ROW - wrongInRow;
    }

    private boolean forgiven(Instant now) {
        return lastWrong != null && lastWrong.plus(CodeLimits.FORGIVEN_AFTER).isBefore(now);
    }

    private Stream<Instant> recentSends(Instant now) {
        return sends.stream()
                .filter(sent -> sent.plus(CodeLimits.SENDS_WITHIN).isAfter(now))
                .filter(sent -> !sent.isAfter(now.plus(CodeLimits.CLOCKS_DIFFER)))
                .sorted();
    }
}
