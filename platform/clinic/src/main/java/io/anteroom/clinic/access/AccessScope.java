package io.anteroom.clinic.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The parts of a chart a grant may open. */
public enum AccessScope {
    /** Appointments and forms. */
    BOOKINGS,
    /** Invoices, payments and cards. */
    MONEY,
    /** Clinical records. */
    CLINICAL;

    /** Every part. */
    public static Set<AccessScope> all() {
        return EnumSet.allOf(AccessScope.class);
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccessScope of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
