package io.anteroom.clinic.access;

import java.util.Locale;

/** How a code reaches somebody. */
public enum CredentialChannel {
    EMAIL,
    MOBILE;

    /** The word the database keeps. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What staff and patients call what it reaches. */
    public String word() {
        return this == EMAIL ? "email" : "mobile";
    }

    /** The channel of the word the database keeps. */
    public static CredentialChannel of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
