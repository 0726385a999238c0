package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.appointment.AppointmentRows.Sight;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The portal's only way to appointments. */
@Component
public class PatientAppointments {

    private final AppointmentRows rows;
    private final Clock clock;

    PatientAppointments(AppointmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The appointments in what somebody may see. */
    public VisibleAppointments in(VisibleChart chart) {
        var account = chart.viewer().account();
        return new VisibleAppointments(
                new Sight(account, chart.openFor(AccessScope.BOOKINGS), limited(chart.patients().stream())),
                new Sight(account, chart.listedFor(AccessScope.BOOKINGS), limited(chart.actingFor().stream())),
                rows,
                clock.instant());
    }

    private static List<PatientId> limited(Stream<VisiblePatient> patients) {
        return patients.filter(patient -> patient.level() == AccessLevel.LIMITED)
                .filter(patient -> patient.scopes().contains(AccessScope.BOOKINGS))
                .map(VisiblePatient::id)
                .toList();
    }
}
