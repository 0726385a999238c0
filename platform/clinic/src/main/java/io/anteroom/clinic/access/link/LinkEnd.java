package io.anteroom.clinic.access.link;

import java.util.Locale;

/** Why a link works no more before its time is over. */
public enum LinkEnd {
    /** It let somebody in. */
    USED,
    /** Staff took it back. */
    REVOKED,
    /** A newer one took its place. */
    REPLACED,
    /** Three birth dates were entered that were not the patient's. */
    WRONG_DATES;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LinkEnd of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
