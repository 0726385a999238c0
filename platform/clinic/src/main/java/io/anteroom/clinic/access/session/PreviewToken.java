package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.Digests;

/**
 * What the link that begins a preview carries, and then another that the browser holds. Never a {@link SessionToken}: the
 * two are kept in different tables, cookies and types.
 *
 * @param value base64url without padding; what was never issued finds nothing
 */
public record PreviewToken(String value) {

    byte[] hash() {
        return Digests.sha256(value);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "PreviewToken[]";
    }
}
