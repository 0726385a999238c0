/** Tests of passkeys, with a device made of a key pair. */
@NullMarked
package io.anteroom.clinic.access.passkey;

import org.jspecify.annotations.NullMarked;
