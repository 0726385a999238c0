package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class AppointmentDeskTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    AppointmentDesk desk;

    @Autowired
    PatientBooking booking;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    private LocationId location = new LocationId(0);
    private ServiceId service = new ServiceId(0);
    private PractitionerId pia = new PractitionerId(0);
    private PatientId anna = new PatientId(0);

    @BeforeEach
    void aPracticeInTheNorth() {
        inNorth(() -> {
            location = practice.location();
            service = practice.service(location);
            pia = practice.practitioner("Pia", service, location);
            anna = clinic.patient("Anna");
            clinic.run("update __tenant__.patient set email = 'anna@example.org'");
        });
    }

    @Test
    void staffBookAnyMinuteAndTheSameFormOnce() {
        inNorth(() -> {
            var wanted = wanted("09:07", false);

            var booked = done(desk.book(wanted, ROSA));
            assertThat(booked.start()).isEqualTo(at("09:07"));
            assertThat(done(desk.book(wanted, ROSA)).id()).isEqualTo(booked.id());
            assertThat(desk.book(wanted("09:30", false), ROSA)).isEqualTo(new DeskAnswer.Taken());
            assertThat(audited()).containsExactly("appointment-booked");
        });
    }

    @Test
    void blockedTimeAndTheEndOfHoursAreWarnedOfFirst() {
        inNorth(() -> {
            clinic.run("""
                    insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                    values (%s, '2026-11-23T10:00Z', '2026-11-23T11:00Z', '', now(), 'Rosa', 0)""".formatted(pia));

            assertThat(desk.book(wanted("10:30", false), ROSA)).isEqualTo(new DeskAnswer.OutsideHours());
            assertThat(desk.book(wanted("18:00", false), ROSA)).isEqualTo(new DeskAnswer.OutsideHours());
            done(desk.book(wanted("10:30", true), ROSA));
            done(desk.book(wanted("18:00", true), ROSA));
            assertThat(clinic.sql("select count(*) from __tenant__.appointment where over_block"))
                    .isEqualTo(2);
        });
    }

    @Test
    void whoeverLooksAtAnOldStateChangesNothing() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            var arrived = done(desk.arrive(booked.id(), booked.version(), ROSA));
            assertThat(arrived.state()).isEqualTo(AppointmentState.ARRIVED);

            assertThat(desk.cancel(booked.id(), booked.version(), null, ROSA))
                    .isEqualTo(new DeskAnswer.Meanwhile(arrived));
            assertThat(desk.cancel(booked.id(), arrived.version(), null, ROSA))
                    .isEqualTo(new DeskAnswer.NotNow(AppointmentState.ARRIVED));
            assertThat(desk.miss(booked.id(), arrived.version(), ROSA))
                    .isEqualTo(new DeskAnswer.NotNow(AppointmentState.ARRIVED));
            var completed = done(desk.complete(booked.id(), arrived.version(), ROSA));
            var undone = done(desk.undo(booked.id(), completed.version(), ROSA));
            assertThat(undone.state()).isEqualTo(AppointmentState.BOOKED);
            done(desk.miss(booked.id(), undone.version(), ROSA));
            assertThat(audited())
                    .containsExactly(
                            "appointment-booked",
                            "appointment-arrived",
                            "appointment-completed",
                            "appointment-state-undone",
                            "appointment-missed");
        });
    }

    @Test
    void staffMoveItToAnotherPractitionerAndTheOldTimeIsFree() {
        inNorth(() -> {
            var quentin = practice.practitioner("Quentin", service, location);
            var booked = done(desk.book(wanted("09:00", false), ROSA));

            var moved = done(desk.move(
                    booked.id(),
                    booked.version(),
                    new WantedTime(service, quentin, location, at("09:00")),
                    false,
                    ROSA));
            assertThat(moved.practitioner()).isEqualTo(quentin);
            assertThat(moved.reference()).isEqualTo(booked.reference());
            done(desk.book(wanted("09:00", false), ROSA));
            assertThat(desk.move(
                            moved.id(),
                            moved.version(),
                            new WantedTime(service, pia, location, at("09:15")),
                            false,
                            ROSA))
                    .isEqualTo(new DeskAnswer.Taken());
        });
    }

    @Test
    void whetherATimeIsFreeForAMoveIsSaidBeforeAnythingIsMoved() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            done(desk.book(wanted("11:00", false), ROSA));

            assertThat(desk.tryMove(booked.id(), to("10:00"))).isEqualTo(new DeskAnswer.Done(booked));
            assertThat(desk.tryMove(booked.id(), to("09:15"))).isEqualTo(new DeskAnswer.Done(booked));
            assertThat(desk.tryMove(booked.id(), to("10:45"))).isEqualTo(new DeskAnswer.Taken());
            assertThat(desk.tryMove(booked.id(), to("18:00"))).isEqualTo(new DeskAnswer.OutsideHours());
            assertThat(desk.tryMove(
                            booked.id(),
                            new WantedTime(service, new PractitionerId(pia.value() + 1), location, at("10:00"))))
                    .isEqualTo(new DeskAnswer.NotThere());
            assertThat(clinic.sql("select count(*) from __tenant__.appointment where version > 0"))
                    .isZero();

            desk.cancel(booked.id(), booked.version(), null, ROSA);
            assertThat(desk.tryMove(booked.id(), to("10:00")))
                    .isEqualTo(new DeskAnswer.NotNow(AppointmentState.CANCELLED));
        });
    }

    private WantedTime to(String time) {
        return new WantedTime(service, pia, location, at(time));
    }

    @Test
    void aCancelledOneIsTakenBackOnlyWhileItsTimeIsFree() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            var cancelled = done(desk.cancel(booked.id(), booked.version(), "Pia is ill.", ROSA));
            done(desk.book(wanted("09:15", false), ROSA));

            assertThat(desk.undo(booked.id(), cancelled.version(), ROSA)).isEqualTo(new DeskAnswer.Taken());
        });
    }

    @Test
    void aTimeThatWasHeldForTooLongIsInNobodysWayNorIsItsRoom() {
        inNorth(() -> {
            var quentin = practice.practitioner("Quentin", service, location);
            clinic.run("update __tenant__.service set needs_room = true");
            clinic.run("insert into __tenant__.room (location_id, name) values (%s, 'Room 1')".formatted(location));
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            var cancelled = done(desk.cancel(booked.id(), booked.version(), null, ROSA));
            var held = booking.hold(
                    practice.patient("Bob"),
                    new WantedTime(service, quentin, location, at("09:00")),
                    UUID.randomUUID());
            assertThat(held).isInstanceOf(Holding.Held.class);
            assertThat(desk.undo(booked.id(), cancelled.version(), ROSA)).isEqualTo(new DeskAnswer.Taken());

            clock.advance(Duration.ofMinutes(5));
            assertThat(done(desk.undo(booked.id(), cancelled.version(), ROSA)).state())
                    .isEqualTo(AppointmentState.BOOKED);
        });
    }

    @Test
    void thePatientIsToldOnceAndOfNothingThatWasTakenBack() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            news(booked);
            news(booked);
            assertThat(mails()).hasSize(1).first().asString().contains("23 November 2026", "09:00");

            var moved = done(desk.move(
                    booked.id(), booked.version(), new WantedTime(service, pia, location, at("11:00")), false, ROSA));
            var back = done(desk.move(
                    booked.id(), moved.version(), new WantedTime(service, pia, location, at("09:00")), false, ROSA));
            news(booked);
            assertThat(mails()).hasSize(1);

            done(desk.cancel(booked.id(), back.version(), "Pia is ill.", ROSA));
            news(booked);
            assertThat(mails()).hasSize(2).anySatisfy(mail -> assertThat(mail).contains("cancelled", "Pia is ill."));

            var second = done(desk.book(wanted("12:00", false), ROSA));
            done(desk.cancel(second.id(), second.version(), null, ROSA));
            news(second);
            assertThat(mails()).as("nobody had heard of it").hasSize(2);
        });
    }

    @Test
    void aClinicThatSwitchedAppointmentsOffSendsNothingAboutThem() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            portal.switchTo(ROSA, false);
            news(booked);
            assertThat(mails()).isEmpty();

            portal.switchTo(ROSA, true);
            news(booked);
            assertThat(mails()).hasSize(1);
        });
    }

    @Test
    void nothingIsSentAboutThePast() {
        inNorth(() -> {
            var booked = done(desk.book(wanted("09:00", false), ROSA));
            clock.set(at("09:00").plus(Duration.ofDays(1)));
            news(booked);
            assertThat(mails()).isEmpty();
        });
    }

    private void news(Appointment appointment) {
        clinic.work(AppointmentNews.KIND, appointment.id().toString());
    }

    private List<String> mails() {
        return clinic.texts("select m::text from __tenant__.message m");
    }

    private DeskBooking wanted(String time, boolean anyway) {
        return new DeskBooking(UUID.randomUUID(), anna, service, pia, location, at(time), anyway, null);
    }

    private static Appointment done(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Done.class);
        return ((DeskAnswer.Done) answer).appointment();
    }

    private List<String> audited() {
        return clinic.texts("select action from __tenant__.audit_entry where subject_kind = 'appointment' order by id");
    }
}
