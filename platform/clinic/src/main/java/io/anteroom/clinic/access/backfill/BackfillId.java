package io.anteroom.clinic.access.backfill;

/**
 * The number of a backfill.
 *
 * @param value unique within the clinic only
 */
public record BackfillId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
