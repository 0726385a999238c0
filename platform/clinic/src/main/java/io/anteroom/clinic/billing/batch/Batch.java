package io.anteroom.clinic.billing.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Drafts that are being sent together, or were.
 *
 * @param drafts how many they are
 * @param sent how many of them were sent
 * @param skipped how many could not be
 * @param endedAt nothing while the worker is at it
 */
public record Batch(
        long id, Instant begunAt, String begunBy, @Nullable Instant endedAt, int drafts, int sent, int skipped) {

    /** Whether the worker is at it. */
    public boolean underway() {
        return endedAt == null;
    }

    /** How many were seen to. */
    public int done() {
        return sent + skipped;
    }
}
