package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.limit.Asked;

/** The answer to somebody signed in who asks for a code to open clinical records. */
public sealed interface UnlockAsked {

    /** A code is on its way. */
    record OnItsWay() implements UnlockAsked {}

    /**
     * Not now.
     *
     * @param limit what was used up, and until when
     */
    record Wait(Asked.Wait limit) implements UnlockAsked {}

    /** The clinic has sent as many codes as it may for now. */
    record Capped() implements UnlockAsked {}

    /** The account has no verified address that the clinic sends codes to. */
    record Nowhere() implements UnlockAsked {}
}
