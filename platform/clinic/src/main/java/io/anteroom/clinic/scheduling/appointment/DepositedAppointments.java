package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.AppointmentId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an appointment by its deposit, each in the transaction that knows of the money. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DepositedAppointments {

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final AppointmentAudit audit;
    private final AppointmentNews news;
    private final Clock clock;

    DepositedAppointments(
            AppointmentRows rows, AppointmentWriter writer, AppointmentAudit audit, AppointmentNews news, Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /** The appointment, which nobody changes until the transaction ends. */
    public Optional<Appointment> lock(AppointmentId id) {
        writer.lock(id);
        return rows.find(id);
    }

    /** The appointment. */
    public Optional<Appointment> find(AppointmentId id) {
        return rows.find(id);
    }

    /** Its deposit has arrived: it is booked. The caller has it locked, and has seen that it waits for that. */
    public void book(Appointment waiting, Actor by) {
        var now = clock.instant();
        writer.paid(waiting.id(), now);
        var booked = rows.find(waiting.id()).orElseThrow();
        audit.booked(booked, by);
        news.changed(waiting, booked, by);
        news.later(waiting.id(), now);
    }

    /** No deposit can arrive any more: its time is free. The caller has it locked, and has seen that it waits for that. */
    public void lapse(Appointment waiting, Actor by) {
        writer.lapse(waiting.id());
        news.freed(waiting);
        audit.lapsed(waiting, rows.find(waiting.id()).orElseThrow(), by);
    }
}
