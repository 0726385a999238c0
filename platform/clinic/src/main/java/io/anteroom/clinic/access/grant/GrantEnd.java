package io.anteroom.clinic.access.grant;

import io.anteroom.tenancy.EnumCode;

/** Why a grant ended. */
public enum GrantEnd {
    ENDED_BY_STAFF,
    ENDED_BY_PATIENT,
    /** The holder of the account gave it up. */
    GIVEN_UP,
    /** Another with other terms took its place. */
    REPLACED,
    /** Its date or the patient's age ended it. */
    EXPIRED,
    CREDENTIALS_REMOVED,
    /** The patient's record went into another. */
    MERGED,
    /** What had given it was undone. */
    UNDONE;

    String stored() {
        return EnumCode.of(this);
    }
}
