/**
 * Who may sign in to a clinic's portal, and to whose record. Here stand the words that all of it uses, the accounts
 * themselves and what the clinic has decided about signing in. Arrows go down this list and into this package, never up:
 *
 * <ul>
 *   <li>features, one package each: {@code authentication} (the clinic's settings), {@code directory} and {@code backfill}
 *       (credentials of everybody), {@code family}, {@code invitation}, {@code link}, {@code registration}, {@code
 *       password}, {@code passkey}, {@code recovery}, {@code elevation}, {@code support}, {@code known}, {@code notice};
 *   <li>{@link io.anteroom.clinic.access.signin}: from the address typed to the session, by a code; on an {@link
 *       io.anteroom.clinic.access.errand} where somebody came for more than signing in;
 *   <li>{@link io.anteroom.clinic.access.limit}: how often codes may be asked for and mistaken;
 *   <li>{@link io.anteroom.clinic.access.credential}: what accounts sign in with, as staff set and see it;
 *   <li>{@link io.anteroom.clinic.access.session}: who a browser is and what they may see, from which everything a
 *       patient's page shows starts;
 *   <li>{@link io.anteroom.clinic.access.grant}: which account sees which patient, and how much.
 * </ul>
 */
@NullMarked
package io.anteroom.clinic.access;

import org.jspecify.annotations.NullMarked;
