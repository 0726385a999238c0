package io.anteroom.clinic.access.session;

import io.anteroom.tenancy.EnumCode;

/** Why a session ended before its time. */
public enum SessionEnd {
    SIGNED_OUT,
    ENDED_BY_PATIENT,
    ENDED_BY_STAFF,
    CREDENTIAL_REMOVED,
    ACCOUNT_CLOSED,
    PORTAL_OFF;

    String stored() {
        return EnumCode.of(this);
    }

    static SessionEnd of(String stored) {
        return EnumCode.read(SessionEnd.class, stored);
    }
}
