/** The owner's way in. */
@NullMarked
package io.anteroom.controlplane.welcome;

import org.jspecify.annotations.NullMarked;
