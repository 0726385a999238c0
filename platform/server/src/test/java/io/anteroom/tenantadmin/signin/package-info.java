/** Lets the tests of the whole application begin signed in. */
@NullMarked
package io.anteroom.tenantadmin.signin;

import org.jspecify.annotations.NullMarked;
