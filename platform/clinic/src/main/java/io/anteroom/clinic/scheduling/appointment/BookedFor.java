package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.slot.BookableService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who books, and for whom.
 *
 * @param patient the patient acted for, or null for an account to which no record belongs yet
 */
record BookedFor(AccountId account, @Nullable PatientId patient, Actor.PortalUser actor) {

    /** Nothing where access doesn't go as far as bookings, or nobody is acted for. */
    static Optional<BookedFor> of(VisibleChart chart) {
        var account = chart.viewer().account();
        if (chart.patients().isEmpty()) {
            return Optional.of(new BookedFor(account, null, chart.actor()));
        }
        return chart.actingFor()
                .filter(patient -> patient.scopes().contains(AccessScope.BOOKINGS))
                .map(patient -> new BookedFor(account, patient.id(), chart.actor()));
    }

    boolean mayBook(BookableService service) {
        return service.online() && (patient != null || service.forNewPatients());
    }
}
