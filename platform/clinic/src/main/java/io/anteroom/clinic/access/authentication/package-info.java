/**
 * What staff decide about signing in, in Settings > Patient Authentication.
 *
 * <p>{@link io.anteroom.clinic.access.authentication.AuthenticationSetup} saves the rules, and asks back first where people
 * would lose a way in or parents see less of their children; {@link
 * io.anteroom.clinic.access.authentication.AccountModels} switches how many records an account opens, once no grant
 * contradicts it.
 */
@NullMarked
package io.anteroom.clinic.access.authentication;

import org.jspecify.annotations.NullMarked;
