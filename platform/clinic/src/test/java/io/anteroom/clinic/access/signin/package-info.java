/** Tests of signing in with a code. */
@NullMarked
package io.anteroom.clinic.access.signin;

import org.jspecify.annotations.NullMarked;
