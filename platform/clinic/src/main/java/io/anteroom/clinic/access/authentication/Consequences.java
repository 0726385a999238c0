package io.anteroom.clinic.access.authentication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who would lose or gain something by a change of settings.
 *
 * @param cutOff the accounts whose only address would get no codes any more
 * @param ages what becomes of parents' access
 */
public record Consequences(long cutOff, Ages ages) {

    /** Nothing changes for anybody. */
    static final Ages NO_AGES = new Ages(0, 0, 0, 0, 0, 0, null);

    /**
     * What a rule of ages makes of parents' access that holds now or is over by age alone.
     *
     * @param limitedNow how many would be limited at once, and are not today
     * @param overNow how many would be over at once, and are not today
     * @param fullAgain how many are limited by age today and would be no more
     * @param openAgain how many are over by age today and would open again
     * @param limitedLater how many would be limited on another day than today's rule says
     * @param overLater how many would be over on another day than today's rule says
     * @param first the first moment at which one of the last two happens, or null if none does
     */
    public record Ages(
            long limitedNow,
            long overNow,
            long fullAgain,
            long openAgain,
            long limitedLater,
            long overLater,
            @Nullable Instant first) {

        private boolean any() {
            return limitedNow + overNow + fullAgain + openAgain + limitedLater + overLater > 0;
        }
    }

    /** Whether there is anything to agree to. */
    public boolean any() {
        return cutOff > 0 || ages.any();
    }

    /** Changes when they do, so that nobody agrees to other consequences than were shown. */
    public String fingerprint() {
        return SettingsWords.digest(toString());
    }
}
