/**
 * The clinics of the platform as its operators see them: who they are, where they stand, how the making of each went, and
 * what an operator can do about it. Everything comes from the control schema, so that a page costs the same with one
 * clinic as with thousands, and no patient or health datum can appear on it.
 */
@NullMarked
package io.anteroom.controlplane.fleet;

import org.jspecify.annotations.NullMarked;
