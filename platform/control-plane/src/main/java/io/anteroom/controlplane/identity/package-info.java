/**
 * The identity provider, through which staff sign in: one organisation for each tenant, its staff roles, and its members.
 *
 * <p>{@link io.anteroom.controlplane.identity.IdentityProvider} is a port, so that the saga's behaviour in a crash can be
 * tried hundreds of times; {@link io.anteroom.controlplane.identity.KeycloakIdentityProvider} is what runs.
 */
@NullMarked
package io.anteroom.controlplane.identity;

import org.jspecify.annotations.NullMarked;
