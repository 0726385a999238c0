package io.anteroom.clinic.record;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list of staff.
 *
 * @param patientName whose it is
 * @param sharedAt when it was shared, or null
 * @param releasedAt from when on patients see it, or null while nobody has said
 * @param reviewed whether a clinician has released it by hand
 * @param stopped whether it is a medication no longer taken, or an allergy that no longer holds
 * @param unscanned whether it is a document whose file waits for the virus scanner
 */
public record RecordRow(
        RecordId id,
        PatientId patient,
        String patientName,
        RecordKind kind,
        RecordCategory category,
        String title,
        LocalDate datedOn,
        RecordState state,
        int edition,
        String writtenBy,
        @Nullable Instant sharedAt,
        @Nullable Instant releasedAt,
        boolean reviewed,
        boolean stopped,
        boolean unscanned) {

    /** Names nobody: it is a health datum. */
    @Override
    public String toString() {
        return "RecordRow[" + id + "]";
    }
}
