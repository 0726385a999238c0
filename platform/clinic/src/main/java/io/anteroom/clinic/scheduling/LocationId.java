package io.anteroom.clinic.scheduling;

/**
 * The number of a location at its clinic.
 *
 * @param value unique within the clinic only
 */
public record LocationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
