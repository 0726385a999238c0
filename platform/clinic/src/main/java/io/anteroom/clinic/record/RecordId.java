package io.anteroom.clinic.record;

/**
 * The number of an entry of a clinical record.
 *
 * @param value unique within the clinic only
 */
public record RecordId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
