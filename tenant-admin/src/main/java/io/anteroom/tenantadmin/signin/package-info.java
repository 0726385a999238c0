/**
 * How clinic staff sign in, and into which organisation.
 *
 * <p>Keycloak signs people in and says in the ID token which organisations they belong to and as what. Below
 * {@code /o/{organisation}} a request is made as a member of that organisation or it is answered like a page that does
 * not exist. Controllers take a {@link io.anteroom.clinic.staff.StaffMember} argument: who makes this request, with the
 * roles of this organisation.
 */
@NullMarked
package io.anteroom.tenantadmin.signin;

import org.jspecify.annotations.NullMarked;
