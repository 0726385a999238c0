/** Booking for somebody of whom there is no record yet: the record, the booking and an invitation together, or nothing. */
@NullMarked
package io.anteroom.clinic.scheduling.newpatient;

import org.jspecify.annotations.NullMarked;
