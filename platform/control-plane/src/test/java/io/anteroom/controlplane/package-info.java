/** The whole control plane on a real PostgreSQL, with an identity provider in memory. */
@NullMarked
package io.anteroom.controlplane;

import org.jspecify.annotations.NullMarked;
