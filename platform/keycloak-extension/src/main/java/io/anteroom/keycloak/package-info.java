/**
 * What Anteroom adds to Keycloak.
 *
 * <ul>
 *   <li>{@code POST /realms/anteroom/anteroom/password-links} gives the platform's service account a link under which a new
 *       member of staff chooses a first password and is signed in. Keycloak itself only mails such a link; ours goes into
 *       our own mail, in the right words and from the right sender.
 *   <li>{@code POST /admin/realms/anteroom/anteroom/organisations} and its {@code members} make in one call each what a new
 *       clinic needs, and what would otherwise be a dozen calls while somebody waits.
 * </ul>
 *
 * <p>This code runs inside Keycloak and sees nothing else of Anteroom.
 */
@NullMarked
package io.anteroom.keycloak;

import org.jspecify.annotations.NullMarked;
