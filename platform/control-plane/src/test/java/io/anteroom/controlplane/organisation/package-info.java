/** What can be typed into the sign-up form, and what becomes of it. */
@NullMarked
package io.anteroom.controlplane.organisation;

import org.jspecify.annotations.NullMarked;
