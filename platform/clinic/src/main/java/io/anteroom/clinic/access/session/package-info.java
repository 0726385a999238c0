/**
 * Browsers that are signed in. {@link io.anteroom.clinic.access.session.SessionStart} begins a session for whoever gave a
 * {@link io.anteroom.clinic.access.session.Proof}, in whichever way, and is the one place that knows of accounts of two steps; a
 * sign-in that gave one of them is a {@link io.anteroom.clinic.access.session.HalfWay}. {@link io.anteroom.clinic.access.session.Sessions}
 * says who a browser is and ends it. What its holder may see is a {@link
 * io.anteroom.clinic.access.session.VisibleChart}, which {@link io.anteroom.clinic.access.session.Charts} alone knows.
 */
@NullMarked
package io.anteroom.clinic.access.session;

import org.jspecify.annotations.NullMarked;
