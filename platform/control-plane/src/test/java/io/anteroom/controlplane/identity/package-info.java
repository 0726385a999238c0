/** Keycloak itself, and one in memory for where it would be too slow. */
@NullMarked
package io.anteroom.controlplane.identity;

import org.jspecify.annotations.NullMarked;
