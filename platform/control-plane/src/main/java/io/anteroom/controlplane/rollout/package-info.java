/**
 * How far the clinics' schemas are on their way to the newest version, for operators to see. The migration itself is the
 * role {@code migrate}'s; this reads the registry it writes.
 */
@NullMarked
package io.anteroom.controlplane.rollout;

import org.jspecify.annotations.NullMarked;
