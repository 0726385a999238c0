package io.anteroom.clinic.access.limit;

import io.anteroom.clinic.access.Digests;

/**
 * What a browser holds while it is signing in: 256 random bits that bind the code to the browser that asked for it. The
 * database has only its SHA-256.
 *
 * @param value base64url without padding; anything a cookie may carry is taken, and what was never issued finds nothing
 */
public record BrowserToken(String value) {

    /** Its SHA-256, as the database has it. */
    public byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "BrowserToken[]";
    }
}
