package io.anteroom.clinic.access.grant;

/**
 * The id of a grant.
 *
 * @param value unique within the clinic only
 */
public record GrantId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
