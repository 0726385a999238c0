/**
 * Signing in with Keycloak, for those who work at a clinic or for the platform: OpenID Connect's code flow with PKCE,
 * sessions of one host in the control schema, and the look at Keycloak again when what it said is old.
 *
 * <p>{@link io.anteroom.webkit.keycloak.KeycloakSignIn} is one front door's, and its role imports
 * {@link io.anteroom.webkit.keycloak.KeycloakConfiguration}. Roles without it need neither the OAuth client nor Spring
 * Session; both are optional to this module.
 */
@NullMarked
package io.anteroom.webkit.keycloak;

import org.jspecify.annotations.NullMarked;
