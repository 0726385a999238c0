package io.anteroom.clinic.record;

import java.time.Instant;

/**
 * What an entry said before it was corrected.
 *
 * @param edition which one
 */
public record FormerEdition(int edition, RecordContent content, Instant writtenAt, String writtenBy) {

    /** Names nobody: it is a health datum. */
    @Override
    public String toString() {
        return "FormerEdition[" + edition + "]";
    }
}
