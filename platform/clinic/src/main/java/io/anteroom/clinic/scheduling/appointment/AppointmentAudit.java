package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How appointments read in the audit log. What is treated isn't said: the service's name stays out of it. */
@Component
class AppointmentAudit {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private final AuditLog log;

    AppointmentAudit(AuditLog log) {
        this.log = log;
    }

    /** Something happened that changed {@code before} into {@code after}. */
    void changed(AuditAction action, Appointment before, Appointment after, Actor by) {
        log.record(by, entry(action, after).with("Before", words(before)).with("After", words(after)));
    }

    /** Its time is kept until the deposit is paid. */
    void waits(Appointment waiting, Actor by) {
        log.record(by, entry(AuditAction.APPOINTMENT_AWAITS_DEPOSIT, waiting).with("After", words(waiting)));
    }

    /** No deposit was paid, so its time is free. */
    void lapsed(Appointment waiting, Appointment after, Actor by) {
        changed(AuditAction.APPOINTMENT_WITHOUT_DEPOSIT, waiting, after, by);
    }

    /** It was booked, by staff at once or by a patient for whom it was held. */
    void booked(Appointment booked, Actor by) {
        log.record(by, entry(AuditAction.APPOINTMENT_BOOKED, booked).with("After", words(booked)));
    }

    /** The record became known whose it is. */
    void matched(Appointment appointment, Actor by) {
        log.record(
                by,
                entry(AuditAction.APPOINTMENT_MATCHED, appointment)
                        .with("Before", "no record")
                        .with("After", words(appointment)));
    }

    private static AuditEntry entry(AuditAction action, Appointment appointment) {
        var entry = AuditEntry.of(action, "appointment", appointment.id());
        return appointment.patient() == null
                ? entry
                : entry.ofPatient(appointment.patient().value());
    }

    private static String words(Appointment appointment) {
        return appointment.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                + TIME.format(appointment.local()) + ", " + appointment.practitionerName() + ", "
                + appointment.place().name();
    }
}
