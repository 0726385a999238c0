package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.Digests;

/**
 * What makes a link work: 256 bits nobody can guess. The database has only its SHA-256.
 *
 * @param value base64url without padding; anything an address may carry is taken, and what was never issued finds nothing
 */
public record LinkToken(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** The path of the link on the portal's host. */
    public String path() {
        return "/link/" + value;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
