package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.AppointmentRows.Sight;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appointments as staff read them. Whoever calls has asked for {@code MANAGE_APPOINTMENTS}. */
@Component
@Transactional(readOnly = true)
public class StaffAppointments {

    private static final AccountId NOBODY = new AccountId(0);

    private final AppointmentRows rows;
    private final Clock clock;

    StaffAppointments(AppointmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** One of them, whatever its state. */
    public Optional<Appointment> find(AppointmentId id) {
        return rows.find(id);
    }

    /** What the form of that attempt has booked, if it did. */
    public Optional<Appointment> ofAttempt(UUID attempt) {
        return rows.ofAttempt(attempt);
    }

    /** What is to come of a patient or under way, the next one first. */
    public List<Appointment> ahead(PatientId patient) {
        return rows.ahead(all(patient), clock.instant());
    }

    /** What is over of a patient or called off, the last one first. */
    public List<Appointment> past(PatientId patient, int most) {
        return rows.past(all(patient), clock.instant(), most);
    }

    /** What people booked online whose account opens no record yet, by account, the first one first. */
    public Map<AccountId, List<Appointment>> unmatched(List<AccountId> accounts) {
        return rows.unmatched(accounts).stream()
                .collect(Collectors.groupingBy(appointment -> Objects.requireNonNull(appointment.account())));
    }

    private static Sight all(PatientId patient) {
        return new Sight(NOBODY, List.of(patient), List.of());
    }
}
