/**
 * Settings > Appointments: locations and rooms, practitioners, services, hours and holidays.
 *
 * <p>Each form sends what was typed as it is; what cannot be read is said beside its field and nothing typed is lost.
 */
@NullMarked
package io.anteroom.tenantadmin.scheduling;

import org.jspecify.annotations.NullMarked;
