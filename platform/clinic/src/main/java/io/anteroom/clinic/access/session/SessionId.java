package io.anteroom.clinic.access.session;

/**
 * The id of a signed-in browser, for lists and logs. It is not the token and opens nothing.
 *
 * @param value unique within the clinic only
 */
public record SessionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
