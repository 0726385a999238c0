package io.anteroom.clinic.access.session;

import java.util.Locale;

/** Why a session ended before its time. */
public enum SessionEnd {
    SIGNED_OUT,
    ENDED_BY_PATIENT,
    ENDED_BY_STAFF,
    CREDENTIAL_REMOVED,
    ACCOUNT_CLOSED,
    PORTAL_OFF;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SessionEnd of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
