/**
 * The SQL of the control schema and of every clinic's schema, and what applies it.
 *
 * <p>{@link io.anteroom.migrations.DatabaseRoles} prepares an empty database once, as superuser. After that everything
 * is done by the owner's login: {@link io.anteroom.migrations.ControlMigrator} brings the control schema up to date,
 * {@link io.anteroom.migrations.FleetMigrator} the clinics' schemas, and {@link io.anteroom.migrations.TenantSchemas}
 * builds spare schemas and hands them out. What each role of the application may do in the control schema is granted by
 * {@code control-rights.sql} and by nothing else. The SQL files under {@code control} and {@code tenant} are Flyway's; names in
 * the tenant files are unqualified. A line {@code -- append-only: audit_entry} in a tenant file leaves the application no right
 * to update or delete in that table.
 */
@NullMarked
package io.anteroom.migrations;

import org.jspecify.annotations.NullMarked;
