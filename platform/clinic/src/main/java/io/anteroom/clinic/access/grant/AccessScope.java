package io.anteroom.clinic.access.grant;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
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

    /** The parts a grant opens, as the database keeps them. */
    public static Set<AccessScope> ofStored(Array stored) throws SQLException {
        return ofStored((String[]) stored.getArray());
    }

    /** The parts a grant opens, by the words the database keeps. */
    public static Set<AccessScope> ofStored(String[] stored) {
        var scopes = EnumSet.noneOf(AccessScope.class);
        Arrays.stream(stored).map(AccessScope::of).forEach(scopes::add);
        return scopes;
    }

    /** The word the database keeps. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What that stored word means. */
    public static AccessScope of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
