/**
 * Connections to the control schema and to the tenants' data.
 *
 * <p>A tenant's connection is guarded: it puts the bound tenant's schema where SQL says {@code __tenant__}, lets one
 * plain statement through at a time, takes the tenant's role together with the first statement of each transaction, and
 * hands out nothing that would lead around it. Exported: the two configurations,
 * {@link io.anteroom.tenancy.data.TenantDataSource}, the notices of the database, and what is
 * {@link io.anteroom.tenancy.data.Remembered} until one comes.
 */
@NullMarked
package io.anteroom.tenancy.data;

import org.jspecify.annotations.NullMarked;
