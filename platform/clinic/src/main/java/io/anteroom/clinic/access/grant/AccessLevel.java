package io.anteroom.clinic.access.grant;

import java.util.Locale;

/** How much of a patient's chart a grant opens. */
public enum AccessLevel {
    /** Only what this account itself entered: its bookings, forms assigned to it, documents it uploaded. */
    LIMITED,
    /** Also what the clinic made: plans, shared documents, appointments booked by staff, invoices. */
    FULL;

    /** The word the database keeps. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What that stored word means. */
    public static AccessLevel of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
