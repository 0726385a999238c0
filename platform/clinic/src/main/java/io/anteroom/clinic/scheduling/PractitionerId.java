package io.anteroom.clinic.scheduling;

/**
 * The number of a practitioner at its clinic.
 *
 * @param value unique within the clinic only
 */
public record PractitionerId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
