package io.anteroom.clinic.access.grant;

import java.util.Locale;

/** What somebody with access is to the patient. */
public enum Relationship {
    SELF,
    PARENT,
    CARER,
    NOMINATED;

    /** The word the database keeps. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The relationship for that word of the database. */
    public static Relationship of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
