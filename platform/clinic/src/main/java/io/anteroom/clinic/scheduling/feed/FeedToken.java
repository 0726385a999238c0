package io.anteroom.clinic.scheduling.feed;

import io.anteroom.clinic.access.Digests;

/**
 * What a calendar holds: 256 bits nobody can guess. The database has only its SHA-256.
 *
 * @param value base64url without padding; what was never issued finds nothing
 */
public record FeedToken(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "FeedToken[]";
    }
}
