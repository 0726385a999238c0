package io.anteroom.clinic.record.reading;

import io.anteroom.clinic.record.RecordEntry;

/**
 * An entry in a list of a patient's. Of texts, which may be long, the body is empty.
 *
 * @param news whether it came, or was corrected, since the visit before
 * @param unscanned whether it is a document whose file waits for the virus scanner
 */
public record SharedRow(RecordEntry entry, News news, boolean unscanned) {

    /** What is new of an entry. */
    public enum News {
        NONE,
        /** It wasn't there before. */
        NEW,
        /** It was there, and says something else now. */
        CORRECTED
    }
}
