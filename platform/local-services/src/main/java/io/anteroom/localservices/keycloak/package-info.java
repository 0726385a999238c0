/**
 * A real Keycloak as a child process, for the demo and the tests.
 *
 * <p>{@link io.anteroom.localservices.keycloak.KeycloakProcess} starts one in about five seconds: the distribution is
 * unpacked and built once for each version of it and of our extension, the realm is imported once, and each new data
 * directory begins as a copy of the result. {@link io.anteroom.localservices.keycloak.RealmSetup} sets what differs from
 * run to run. No network is used: the build has fetched the distribution.
 */
@NullMarked
package io.anteroom.localservices.keycloak;

import org.jspecify.annotations.NullMarked;
