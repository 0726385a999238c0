package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.Digests;

/**
 * What an invitation's link carries: 256 random bits. The database has only its SHA-256.
 *
 * @param value base64url without padding; anything an address may carry is taken, and what was never issued finds nothing
 */
public record InvitationToken(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "InvitationToken[]";
    }
}
