package io.anteroom.clinic.access;

import java.time.Instant;

/**
 * A browser that asked for a code and has not entered it yet.
 *
 * @param destination where the code goes if the clinic knows it, masked
 * @param channel how it goes there
 * @param resendAt when another may be asked for
 * @param usable whether some code of this browser could still be entered
 * @param printed whether a printed one may take its place: not where the code has to prove the address
 */
public record PendingSignIn(
        String destination, CredentialChannel channel, Instant resendAt, boolean usable, boolean printed) {}
