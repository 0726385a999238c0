package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.CredentialChannel;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many addresses and numbers came to what.
 *
 * @param emails by outcome; none for an outcome that is not there
 * @param mobiles likewise
 * @param patients of how many patients any will be set, or was
 */
public record BackfillCounts(Map<BackfillOutcome, Long> emails, Map<BackfillOutcome, Long> mobiles, long patients) {

    /** Copies the numbers. */
    public BackfillCounts {
        emails = Map.copyOf(emails);
        mobiles = Map.copyOf(mobiles);
    }

    /** Of one kind. */
    public long of(BackfillOutcome outcome, CredentialChannel channel) {
        return (channel == CredentialChannel.EMAIL ? emails : mobiles).getOrDefault(outcome, 0L);
    }

    /** Of both kinds. */
    public long of(BackfillOutcome outcome) {
        return of(outcome, CredentialChannel.EMAIL) + of(outcome, CredentialChannel.MOBILE);
    }

    /** Collects them row by row. */
    static final class Counting {

        private final Map<BackfillOutcome, Long> emails = new EnumMap<>(BackfillOutcome.class);
        private final Map<BackfillOutcome, Long> mobiles = new EnumMap<>(BackfillOutcome.class);

        void add(String channel, BackfillOutcome outcome, long number) {
            (channel.equals("email") ? emails : mobiles).put(outcome, number);
        }

        BackfillCounts counted(long patients) {
            return new BackfillCounts(emails, mobiles, patients);
        }
    }
}
