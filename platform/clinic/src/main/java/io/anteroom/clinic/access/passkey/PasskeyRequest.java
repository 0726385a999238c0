package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.limit.BrowserToken;
import java.time.Instant;

/** The answer to a browser that wants to sign in with a passkey. */
public sealed interface PasskeyRequest {

    /**
     * What the browser is to ask its devices.
     *
     * @param options the request as the browser takes it, JSON
     * @param browser what the browser must hold when it answers
     */
    record Ask(String options, BrowserToken browser) implements PasskeyRequest {}

    /**
     * Too many requests came from the network.
     *
     * @param until when to try again
     */
    record Wait(Instant until) implements PasskeyRequest {}

    /** The clinic does not take passkeys. */
    record Off() implements PasskeyRequest {}
}
