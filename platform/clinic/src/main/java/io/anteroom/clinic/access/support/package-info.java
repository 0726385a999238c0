/**
 * Helping somebody who can't get in. {@link io.anteroom.clinic.access.support.SignInSupport} says of each person with access
 * to a record what is wrong with signing in now, and does the two safe things that staff can do about it: a code is sent
 * again, to the address it was for and for the browser that waits, or a lock is lifted. Staff see no code and make none that
 * would sign anybody in elsewhere.
 */
@NullMarked
package io.anteroom.clinic.access.support;

import org.jspecify.annotations.NullMarked;
