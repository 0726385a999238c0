/** Tests of the passkey pages; that a key works in a browser is the browser's tests'. */
@NullMarked
package io.anteroom.portal.passkey;

import org.jspecify.annotations.NullMarked;
