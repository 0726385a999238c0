package io.anteroom.clinic.access;

import java.util.Locale;

/** How an account began. */
public enum AccountOrigin {
    /** Staff set a credential. */
    STAFF,
    INVITATION,
    BACKFILL,
    /** The person registered, as a stranger. */
    REGISTRATION,
    BOOKING,
    FORM,
    /** A link from the record. */
    LINK;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
