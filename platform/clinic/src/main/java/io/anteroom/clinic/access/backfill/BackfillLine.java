package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.patient.PatientId;

/**
 * An address or a number of one record.
 *
 * @param patient whose record
 * @param listedName that patient's name, family name first
 * @param email whether it is an email address; else a mobile number
 * @param written as the record had it; empty when it was forgotten
 */
public record BackfillLine(PatientId patient, String listedName, boolean email, String written) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "BackfillLine[" + patient + "]";
    }
}
