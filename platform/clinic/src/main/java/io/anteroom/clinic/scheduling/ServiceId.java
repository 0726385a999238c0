package io.anteroom.clinic.scheduling;

/**
 * The number of a service that can be booked at its clinic.
 *
 * @param value unique within the clinic only
 */
public record ServiceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
