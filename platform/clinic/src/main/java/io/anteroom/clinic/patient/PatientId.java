package io.anteroom.clinic.patient;

/**
 * The number of a patient's record in its clinic. Another clinic has a patient of the same number.
 *
 * @param value the number
 */
public record PatientId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
