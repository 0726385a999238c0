package io.anteroom.clinic.access.link;

import io.anteroom.tenancy.EnumCode;

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
        return EnumCode.of(this);
    }

    static LinkEnd of(String stored) {
        return EnumCode.read(LinkEnd.class, stored);
    }
}
