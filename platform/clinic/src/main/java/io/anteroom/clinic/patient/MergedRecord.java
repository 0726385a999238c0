package io.anteroom.clinic.patient;

import java.time.Instant;

/**
 * A record that went into another and is no patient any more.
 *
 * @param details what it said when it went, its number in the other system included
 * @param at when it went
 * @param by the name of who merged the two
 */
public record MergedRecord(PatientId id, PatientDetails details, Instant at, String by) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "MergedRecord[" + id + "]";
    }
}
