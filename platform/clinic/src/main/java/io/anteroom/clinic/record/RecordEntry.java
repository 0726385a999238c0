package io.anteroom.clinic.record;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a clinical record, as staff see it.
 *
 * @param edition the first is 1, each correction of what was shared one more
 * @param writtenAt when this edition was written
 * @param writtenBy whose it is
 * @param correction what this edition mends, for the patient to read; null of the first
 * @param sharing how it was shared, or null of a draft
 * @param withdrawal why it no longer counts, or null
 * @param version counts all changes
 * @param done the steps of a plan that are done, and when
 */
public record RecordEntry(
        RecordId id,
        PatientId patient,
        RecordKind kind,
        RecordContent content,
        RecordState state,
        int edition,
        Instant writtenAt,
        String writtenBy,
        @Nullable String correction,
        @Nullable Sharing sharing,
        @Nullable Withdrawal withdrawal,
        int version,
        Map<Integer, LocalDate> done) {

    /** Copies the map. */
    public RecordEntry {
        done = Map.copyOf(done);
    }

    /**
     * How it was shared.
     *
     * @param rule the category's rule of that day
     * @param mayWait whether patients may wait for a clinician, by the settings of that day
     * @param releasedAt from when on patients see it, or null while it awaits review
     * @param reviewedAt when a clinician released it by hand, or null
     * @param reviewedBy who that was, or null
     */
    public record Sharing(
            Instant sharedAt,
            ReleaseRule rule,
            boolean mayWait,
            @Nullable Instant releasedAt,
            @Nullable Instant reviewedAt,
            @Nullable String reviewedBy) {}

    /** When it was withdrawn, and why, for the patient to read. */
    public record Withdrawal(Instant at, String because) {}

    /** The moment of the last correction that whoever reads it may have read it without, if there is one. */
    public Optional<Instant> correctedAt() {
        var from = sharing == null ? null : sharing.releasedAt();
        return edition > 1 && from != null && writtenAt.isAfter(from) ? Optional.of(writtenAt) : Optional.empty();
    }

    /** Whether the rule lets patients see it. */
    public boolean isReleased(Instant now) {
        var from = sharing == null ? null : sharing.releasedAt();
        return state == RecordState.SHARED && from != null && !from.isAfter(now);
    }

    /** Whether a clinician has released it by hand. */
    public boolean isReviewed() {
        return sharing != null && sharing.reviewedAt() != null;
    }

    /** Whether whoever released it by hand went over what it says now, and not over what was corrected since. */
    public boolean isReviewedAsItStands() {
        var at = sharing == null ? null : sharing.reviewedAt();
        return at != null && !at.isBefore(writtenAt);
    }

    /** Names nobody: it is a health datum. */
    @Override
    public String toString() {
        return "RecordEntry[" + id + "]";
    }
}
