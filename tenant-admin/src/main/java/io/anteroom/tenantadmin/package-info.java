/**
 * The web of a clinic's staff, under {@code /o/{organisation}} on the staff's host.
 */
@NullMarked
package io.anteroom.tenantadmin;

import org.jspecify.annotations.NullMarked;
