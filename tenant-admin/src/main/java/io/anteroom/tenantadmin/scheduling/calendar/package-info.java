/** Calendar: a day of everybody or a week of one practitioner, a grid on a wide screen and a list on a phone; and blocked time. */
@NullMarked
package io.anteroom.tenantadmin.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
