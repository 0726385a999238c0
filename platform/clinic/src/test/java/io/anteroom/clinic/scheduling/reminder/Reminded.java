package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.AppointmentNews;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A practice whose patient Anna is reminded, and the worker that does it, at the clinic that is bound. */
@Component
class Reminded {

    private final Clinic clinic;
    private final Practice practice;
    private final AppointmentDesk desk;
    private final StaffAppointments appointments;
    private final TestClock clock;

    Reminded(Clinic clinic, Practice practice, AppointmentDesk desk, StaffAppointments appointments, TestClock clock) {
        this.clinic = clinic;
        this.practice = practice;
        this.desk = desk;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Where Anna can be booked: one of each number. */
    record Setting(LocationId location, ServiceId service, PractitionerId pia, PatientId anna) {}

    /** Anna is reminded a day before by email and text message, and two hours before by email. */
    Setting practice() {
        var location = practice.location();
        var service = practice.service(location);
        var pia = practice.practitioner("Pia", service, location);
        var anna = clinic.patient("Anna");
        clinic.run("update __tenant__.patient set email = 'anna@example.org', mobile = '+447700900123'");
        clinic.run("update __tenant__.service set email_reminders = '{120,1440}', text_reminders = '{1440}'");
        return new Setting(location, service, pia, anna);
    }

    /** Books Anna, and lets the minutes pass in which it can be undone. */
    Appointment book(Setting at, Instant start) {
        var booked = done(desk.book(
                new DeskBooking(UUID.randomUUID(), at.anna(), at.service(), at.pia(), at.location(), start, true, null),
                ROSA));
        settle(booked);
        return booked;
    }

    Appointment move(Setting at, Appointment appointment, Instant start) {
        var now = now(appointment);
        return done(desk.move(
                now.id(), now.version(), new WantedTime(at.service(), at.pia(), at.location(), start), true, ROSA));
    }

    Appointment cancel(Appointment appointment) {
        return done(desk.cancel(appointment.id(), now(appointment).version(), null, ROSA));
    }

    Appointment undo(Appointment appointment) {
        return done(desk.undo(appointment.id(), now(appointment).version(), ROSA));
    }

    Appointment arrive(Appointment appointment) {
        return done(desk.arrive(appointment.id(), now(appointment).version(), ROSA));
    }

    Appointment now(Appointment appointment) {
        return appointments.find(appointment.id()).orElseThrow();
    }

    /** The minutes pass in which an act can be undone, and the worker comes to it. */
    void settle(Appointment appointment) {
        clock.advance(Duration.ofMinutes(3));
        clinic.work(AppointmentNews.KIND, appointment.id().toString());
    }

    /** It is that time of the Monday, and the worker does what is due. */
    void workAt(String time) {
        workAt(at(time));
    }

    void workAt(Instant time) {
        clock.set(time);
        work();
    }

    void work() {
        clinic.work(DueReminders.KIND, DueReminders.REF);
        due().forEach(key -> clinic.work(ReminderKey.KIND, key));
    }

    /** What is about to go out. */
    List<String> due() {
        return clinic.texts("""
                select appointment_id || ':' || cast(extract(epoch from starts_at) as bigint) || ':' || channel || ':' || minutes_before
                  from __tenant__.appointment_reminder where state = 'due' order by minutes_before desc, channel""");
    }

    /** The reminders in the outbox, as texts of how and what, the first first. */
    List<String> sent() {
        return clinic.texts("""
                select channel || ' ' || recipient || ' ' || content::text from __tenant__.message
                 where about_kind = 'appointment-reminder' order by created_at, channel""");
    }

    /** What is stored of reminders, in the order in which they are due. */
    List<String> stored() {
        return clinic.texts("""
                select channel || ' ' || minutes_before || ' ' || state || coalesce(' ' || because, '')
                  from __tenant__.appointment_reminder order by due_at, channel, starts_at, minutes_before""");
    }

    private static Appointment done(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Done.class);
        return ((DeskAnswer.Done) answer).appointment();
    }
}
