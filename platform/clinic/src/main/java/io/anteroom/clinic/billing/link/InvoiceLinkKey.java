package io.anteroom.clinic.billing.link;

import io.anteroom.clinic.access.Digests;

/**
 * What a link carries: 256 random bits. The database has only their SHA-256.
 *
 * @param value base64url without padding; anything an address may carry is taken, and what was never issued finds nothing
 */
public record InvoiceLinkKey(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "InvoiceLinkKey[]";
    }
}
