/**
 * The clinic's staff: who they are ({@link io.anteroom.clinic.staff.StaffMember}), their roles, and what each role may do,
 * which {@link io.anteroom.clinic.staff.StaffPolicy} alone decides. Who may sign in, and as what, is kept in Keycloak.
 */
@NullMarked
package io.anteroom.clinic.staff;

import org.jspecify.annotations.NullMarked;
