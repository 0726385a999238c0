/** A person's password: whether there is one, choosing another, removing it. Using it belongs to signing in. */
@NullMarked
package io.anteroom.portal.password;

import org.jspecify.annotations.NullMarked;
