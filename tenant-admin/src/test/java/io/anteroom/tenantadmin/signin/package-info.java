/** Tests of signing in, with a real Keycloak and a real PostgreSQL, over real sockets. */
@NullMarked
package io.anteroom.tenantadmin.signin;

import org.jspecify.annotations.NullMarked;
