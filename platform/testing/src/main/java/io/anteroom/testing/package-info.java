/**
 * Test fixtures: one PostgreSQL per JVM that always holds two tenants of colliding ids, and a clock that stands still.
 *
 * <p>{@link io.anteroom.testing.TenantTest} makes a class a test on them. Both clinics, and the control schema, are empty
 * before each test but for the two tenants' entries; rows are made by the tests.
 */
@NullMarked
package io.anteroom.testing;

import org.jspecify.annotations.NullMarked;
