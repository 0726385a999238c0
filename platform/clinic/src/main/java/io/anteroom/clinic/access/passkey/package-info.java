/**
 * Passkeys: keys that a person's own device made for this clinic's host, as another way to sign in and as the fresh check
 * before clinical records. Only somebody signed in, who once entered a code, can add one.
 *
 * <p>{@link io.anteroom.clinic.access.passkey.Passkeys} lists, adds and removes, {@link
 * io.anteroom.clinic.access.passkey.PasskeySignIn} signs in, {@link io.anteroom.clinic.access.passkey.PasskeyUnlock} opens
 * clinical records. The signatures are checked by WebAuthn4J (Web Authentication Level 3).
 */
@NullMarked
package io.anteroom.clinic.access.passkey;

import org.jspecify.annotations.NullMarked;
