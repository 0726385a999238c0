/**
 * Who is signed in to a portal. {@link io.anteroom.portal.session.PortalSecurity} lets nobody past the sign-in pages
 * without a session; a controller behind it names {@link io.anteroom.clinic.access.session.VisibleChart} or {@link
 * io.anteroom.clinic.access.session.Viewer} as a parameter and gets that of the person who asks.
 */
@NullMarked
package io.anteroom.portal.session;

import org.jspecify.annotations.NullMarked;
