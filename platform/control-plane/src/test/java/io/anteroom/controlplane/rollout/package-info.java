/** Tests of what is told of the fleet's migration, on a real PostgreSQL. */
@NullMarked
package io.anteroom.controlplane.rollout;

import org.jspecify.annotations.NullMarked;
