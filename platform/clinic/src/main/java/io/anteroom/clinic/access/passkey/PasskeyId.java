package io.anteroom.clinic.access.passkey;

/** Names a passkey, and opens nothing. */
public record PasskeyId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
