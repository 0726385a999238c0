package io.anteroom.clinic.access;

/**
 * The id of a portal account: somebody who can sign in at one clinic.
 *
 * @param value unique within the clinic only
 */
public record AccountId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
