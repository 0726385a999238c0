package io.anteroom.clinic.access.link;

import io.anteroom.clinic.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link from a patient's record.
 *
 * @param id names it, and opens nothing
 * @param madeBy the name of who made it
 * @param expiresAt when it stops working by itself
 * @param openedAt when somebody first went on from its page, or null
 * @param wrongDates how many birth dates were entered that are not the patient's, 0 to 3
 * @param endedAt when it stopped working before its time, or null
 * @param ended why, or null
 */
public record PatientLink(
        long id,
        PatientId patient,
        LinkKind kind,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        @Nullable Instant openedAt,
        int wrongDates,
        @Nullable Instant endedAt,
        @Nullable LinkEnd ended) {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** The wrong birth date that ends it. */
    static final int DATES = 3;

    /** Whether it lets anybody in. */
    public boolean works(Instant now) {
        return ended == null && now.isBefore(expiresAt);
    }
}
