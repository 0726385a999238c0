/** Tests of the package, on a real PostgreSQL with two tenants. */
@NullMarked
package io.anteroom.tenancy.data;

import org.jspecify.annotations.NullMarked;
