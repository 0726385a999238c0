/**
 * What Anteroom adds to Keycloak: {@code POST /realms/anteroom/anteroom/password-links}, which gives the platform's
 * service account a link under which a new member of staff chooses a first password and is signed in. Keycloak itself
 * only mails such a link; ours goes into our own mail, in the right words and from the right sender.
 *
 * <p>This code runs inside Keycloak and sees nothing else of Anteroom.
 */
@NullMarked
package io.anteroom.keycloak;

import org.jspecify.annotations.NullMarked;
