/**
 * Who may sign in to a clinic's portal, and to whose record.
 *
 * <p>Three things are kept apart. A {@linkplain io.anteroom.clinic.access.AccountId portal account} is somebody who can
 * sign in; a credential is an address a code is sent to, unique in the organisation; a grant lets an account see a
 * patient. Staff set them up through {@link io.anteroom.clinic.access.OnlineAccess}; a person signs in through {@link
 * io.anteroom.clinic.access.SignIns}; {@link io.anteroom.clinic.access.Sessions} says who a browser is and what they may
 * see, a {@link io.anteroom.clinic.access.VisibleChart}, from which everything a patient's page shows starts; {@link
 * io.anteroom.clinic.access.Charts} is the one place that knows what an account may see.
 */
@NullMarked
package io.anteroom.clinic.access;

import org.jspecify.annotations.NullMarked;
