/** Signing in with a code: a page that asks for an address, and one that asks for the code. */
@NullMarked
package io.anteroom.portal.signin;

import org.jspecify.annotations.NullMarked;
