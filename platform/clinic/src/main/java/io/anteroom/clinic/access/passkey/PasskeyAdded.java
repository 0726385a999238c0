package io.anteroom.clinic.access.passkey;

/** The answer to somebody who adds a passkey. */
public sealed interface PasskeyAdded {

    /** It can be used from now on. */
    record Added() implements PasskeyAdded {}

    /** The account has {@link Passkeys#MOST}. */
    record Full() implements PasskeyAdded {}

    /** It has no name, or too long a one. */
    record NameNeeded() implements PasskeyAdded {}

    /** The device's answer is not right, came too late, or answers what was not asked in this session. */
    record Refused() implements PasskeyAdded {}
}
