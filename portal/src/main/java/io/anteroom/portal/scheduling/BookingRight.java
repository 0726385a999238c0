package io.anteroom.portal.scheduling;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may book for the patient acted for.
 *
 * @param why why not, to be said to the person, or null where they may
 */
record BookingRight(@Nullable String why) {

    static BookingRight of(VisibleChart chart) {
        return chart.actingFor()
                .filter(patient -> !patient.scopes().contains(AccessScope.BOOKINGS))
                .map(patient -> new BookingRight(
                        "Your access to the record of " + patient.name() + " doesn’t include appointments."))
                .orElseGet(() -> new BookingRight(null));
    }
}
