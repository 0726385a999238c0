package io.anteroom.clinic.scheduling;

/**
 * The number of a room at its clinic.
 *
 * @param value unique within the clinic only
 */
public record RoomId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
