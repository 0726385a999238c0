/**
 * The owner's way in: a mail with a link that leads, by a button, to a page of the identity provider for a first password,
 * and from there to the clinic's staff pages.
 */
@NullMarked
package io.anteroom.controlplane.welcome;

import org.jspecify.annotations.NullMarked;
