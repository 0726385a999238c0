package io.anteroom.clinic.scheduling;

/**
 * The number of an appointment at its clinic.
 *
 * @param value unique within the clinic only
 */
public record AppointmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
