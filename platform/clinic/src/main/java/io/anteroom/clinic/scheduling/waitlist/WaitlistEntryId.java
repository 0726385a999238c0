package io.anteroom.clinic.scheduling.waitlist;

/**
 * The number of an entry of the waitlist.
 *
 * @param value unique within the clinic only
 */
public record WaitlistEntryId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
