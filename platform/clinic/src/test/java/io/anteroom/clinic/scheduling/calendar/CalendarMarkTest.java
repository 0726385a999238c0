package io.anteroom.clinic.scheduling.calendar;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.MONDAY;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class CalendarMarkTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    AppointmentDesk desk;

    @Autowired
    PatientBooking booking;

    @Autowired
    CalendarMark marks;

    @Autowired
    CalendarReader calendars;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    private LocationId location = new LocationId(0);
    private ServiceId service = new ServiceId(0);
    private PractitionerId pia = new PractitionerId(0);

    private void aPractice() {
        location = practice.location();
        service = practice.service(location);
        pia = practice.practitioner("Pia", service, location);
    }

    @Test
    void aDayHasAnotherMarkAfterEachChangeOfWhatItShowsAndTheSameWithoutOne() {
        inNorth(() -> {
            aPractice();
            String empty = monday();
            assertThat(monday()).isEqualTo(empty);

            var booked = book("09:00");
            String one = monday();
            assertThat(one).isNotEqualTo(empty);

            var arrived = ((DeskAnswer.Done) desk.arrive(booked.id(), booked.version(), ROSA)).appointment();
            String here = monday();
            assertThat(here).isNotEqualTo(one);

            var undone = ((DeskAnswer.Done) desk.undo(arrived.id(), arrived.version(), ROSA)).appointment();
            desk.cancel(undone.id(), undone.version(), null, ROSA);
            assertThat(monday()).isEqualTo(empty);

            clinic.run("""
                    insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                    values (%s, '2026-11-23T12:00Z', '2026-11-23T13:00Z', 'Lunch', now(), 'Rosa', 0)""".formatted(pia));
            String blocked = monday();
            assertThat(blocked).isNotEqualTo(empty);
            clinic.run("insert into __tenant__.holiday (location_id, day, name) values (null, '2026-11-23', 'Fair')");
            assertThat(monday()).isNotEqualTo(blocked);
        });
    }

    @Test
    void whatAnotherDayOrAnotherClinicShowsChangesNoMark() {
        inSouth(this::aPractice);
        inNorth(() -> {
            aPractice();
            String tuesday = marks.of(MONDAY.plusDays(1), 1, LONDON);
            String week = marks.of(MONDAY, 7, LONDON);
            String before = monday();
            inSouth(() -> book("09:00"));
            assertThat(monday()).isEqualTo(before);

            book("09:00");
            assertThat(marks.of(MONDAY.plusDays(1), 1, LONDON)).isEqualTo(tuesday);
            assertThat(marks.of(MONDAY, 7, LONDON)).isNotEqualTo(week);
        });
    }

    @Test
    void aTimeThatIsHeldIsSeenUntilItRunsOut() {
        inNorth(() -> {
            aPractice();
            String empty = monday();
            booking.hold(
                    practice.patient("Bob"), new WantedTime(service, pia, location, at("09:00")), UUID.randomUUID());
            assertThat(monday()).isNotEqualTo(empty);

            clock.advance(Duration.ofMinutes(5));
            assertThat(monday()).isEqualTo(empty);
        });
    }

    @Test
    void aMarkTakesOneStatementAndADayOrAWeekOfTwentyPractitionersNoMoreThanOfOne() {
        inNorth(() -> {
            aPractice();
            int ofOne = statementsOfADay();
            for (int i = 0; i < 19; i++) {
                practice.practitioner("P" + i, service, location);
            }
            book("09:00");
            book("10:00");

            statements.reset();
            monday();
            assertThat(statements.statements()).hasSize(1);
            assertThat(statementsOfADay()).isEqualTo(ofOne).isLessThanOrEqualTo(8);
            statements.reset();
            calendars.of(MONDAY, 7, LONDON);
            assertThat(statements.count()).isEqualTo(ofOne);
        });
    }

    private int statementsOfADay() {
        statements.reset();
        assertThat(calendars.of(MONDAY, 1, LONDON).columns()).isNotEmpty();
        return statements.count();
    }

    private String monday() {
        return marks.of(MONDAY, 1, LONDON);
    }

    private Appointment book(String time) {
        var wanted = new DeskBooking(
                UUID.randomUUID(), clinic.patient("Anna"), service, pia, location, at(time), false, null);
        return ((DeskAnswer.Done) desk.book(wanted, ROSA)).appointment();
    }
}
