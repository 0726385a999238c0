/** Tests of the operators' pages of tenants, on a real PostgreSQL. */
@NullMarked
package io.anteroom.controlplane.fleet;

import org.jspecify.annotations.NullMarked;
