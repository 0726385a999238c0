/** Tests, on a real PostgreSQL with two tenants. */
@NullMarked
package io.anteroom.tenancy;

import org.jspecify.annotations.NullMarked;
