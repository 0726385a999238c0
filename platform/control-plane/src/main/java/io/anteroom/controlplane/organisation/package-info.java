/**
 * What the platform must know to start a clinic: its name, the address of its portal, where it is, and who owns it.
 *
 * <p>Values are parsed here once, at the edge: {@link io.anteroom.controlplane.organisation.Slug},
 * {@link io.anteroom.controlplane.organisation.EmailAddress}, {@link io.anteroom.controlplane.organisation.Country}. The
 * address of a portal is reserved here too, in one place for sign-up and provisioning.
 */
@NullMarked
package io.anteroom.controlplane.organisation;

import org.jspecify.annotations.NullMarked;
