/** What the link of an invitation leads to: a page with a button, and then the code of signing in. */
@NullMarked
package io.anteroom.portal.invitation;

import org.jspecify.annotations.NullMarked;
