/** A person's passkeys: adding one, removing one. Using one belongs to signing in and to elevation. */
@NullMarked
package io.anteroom.portal.passkey;

import org.jspecify.annotations.NullMarked;
