package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.Digests;

/**
 * What a signed-in browser holds: 256 bits nobody can guess. The database has only its SHA-256.
 *
 * @param value base64url without padding; anything a cookie may carry is taken, and what was never issued finds nothing
 */
public record SessionToken(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "SessionToken[]";
    }
}
