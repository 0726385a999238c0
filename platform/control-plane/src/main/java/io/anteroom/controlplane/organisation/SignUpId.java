package io.anteroom.controlplane.organisation;

import java.util.UUID;

/**
 * The name of one request for a portal, from the form until the portal is live. It is not secret and appears in logs; what
 * opens a page is a {@link LinkToken}.
 *
 * @param value a UUID that nobody can guess from what else is known
 */
public record SignUpId(UUID value) {

    /** Reads the text of a UUID. */
    public static SignUpId of(String text) {
        return new SignUpId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
