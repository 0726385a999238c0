/**
 * Who the tenant is, and the only way to its data.
 *
 * <p>A request, job or webhook names a tenant once; {@link io.anteroom.tenancy.CurrentTenant} holds it for exactly as
 * long as that work lasts, and every connection handed out meanwhile is bound to that clinic's schema and role. No
 * tenant bound is an error, never a default.
 */
@NullMarked
package io.anteroom.tenancy;

import org.jspecify.annotations.NullMarked;
