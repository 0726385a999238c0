package io.anteroom.clinic.access.backfill;

import io.anteroom.tenancy.EnumCode;
import java.util.Optional;

/** What becomes of an address or a number of one record. */
public enum BackfillOutcome {
    /** It will be set. */
    READY,
    /** It stands on more than one record. */
    SHARED,
    /** Somebody signs in with it already. */
    TAKEN,
    /** It is no address, or no number that takes texts. */
    UNREADABLE,
    /** The patient has a credential of that kind. */
    HAS_ONE,
    /** The patient's access was set up or taken away by hand, and has no credential now. */
    REMOVED,
    /** The clinic lets a record be open to one account, and this one is open to somebody else's. */
    OPEN_TO_ANOTHER,
    /** The record was changed since it was looked at. */
    CHANGED,
    /** It was set. */
    SET,
    /** It was set and taken back. */
    UNDONE,
    /** It was to be taken back and stays: it was used, or changed by hand. */
    IN_USE;

    /** The outcome of that code, or nothing for a code we don't know. */
    public static Optional<BackfillOutcome> ofCode(String code) {
        return EnumCode.find(BackfillOutcome.class, code);
    }

    /** As stored and as in an address: {@code has-one}. */
    public String code() {
        return EnumCode.of(this);
    }
}
