package io.anteroom.clinic.record;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How entries of a category reach patients.
 *
 * @param rule when they are seen
 * @param days after how many days, by {@link ReleaseRule#AFTER_DAYS}; kept for later by the others
 * @param mayWait whether patients may say that they want to see them only after a clinician has gone over them
 */
public record Release(ReleaseRule rule, int days, boolean mayWait) {

    /** The fewest days. */
    public static final int FEWEST_DAYS = 1;

    /** The most days. */
    public static final int MOST_DAYS = 90;

    static final int USUAL_DAYS = 3;

    /** From when on what is shared {@code now} is seen, or null where that is for a clinician to say. */
    @Nullable
    Instant releasedAt(Instant now) {
        return switch (rule) {
            case AT_ONCE -> now;
            case AFTER_DAYS -> now.plus(Duration.ofDays(days));
            case AFTER_REVIEW -> null;
        };
    }

    /** In words, for staff. */
    public String words() {
        return switch (rule) {
            case AT_ONCE -> "at once";
            case AFTER_DAYS -> days == 1 ? "after a day" : "after " + days + " days";
            case AFTER_REVIEW -> "after review";
        };
    }
}
