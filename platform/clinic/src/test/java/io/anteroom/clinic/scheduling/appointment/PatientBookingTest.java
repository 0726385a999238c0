package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.news.AppointmentContacts;
import io.anteroom.messaging.Channel;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

@AccessTest
class PatientBookingTest {

    @Autowired
    Clinic clinic;

    @Autowired
    AppointmentRows rows;

    @Autowired
    AppointmentContacts contacts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Practice practice;

    @Autowired
    PatientBooking booking;

    @Autowired
    PatientAppointments appointments;

    @Autowired
    TestClock clock;

    private LocationId location = new LocationId(0);
    private ServiceId service = new ServiceId(0);
    private PractitionerId pia = new PractitionerId(0);

    @BeforeEach
    void aPracticeInTheNorth() {
        inNorth(() -> {
            location = practice.location();
            service = practice.service(location);
            pia = practice.practitioner("Pia", service, location);
        });
    }

    @Test
    void aTimeIsHeldThenBookedAndBothMaySeeIt() {
        inNorth(() -> {
            var anna = practice.patient("Anna");

            var held = held(anna, "09:00");
            assertThat(held.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
            assertThat(appointments.in(anna).ahead()).isEmpty();

            var booked = booking.book(anna, held.reference(), "My left knee");
            assertThat(booked)
                    .isEqualTo(
                            new Booking.Booked(held.reference(), clock.instant().plus(Duration.ofMinutes(3))));
            assertThat(appointments.in(anna).ahead()).singleElement().satisfies(appointment -> {
                assertThat(appointment.state()).isEqualTo(AppointmentState.BOOKED);
                assertThat(appointment.start()).isEqualTo(at("09:00"));
                assertThat(appointment.end()).isEqualTo(at("09:30"));
                assertThat(appointment.practitionerName()).isEqualTo("Pia");
                assertThat(appointment.place().line()).isEqualTo("1 High Street, N1 1AA London");
                assertThat(appointment.preparation()).isEqualTo("Bring loose clothes.");
                assertThat(appointment.note()).isEqualTo("My left knee");
            });
            assertThat(audited()).containsExactly("appointment-booked");
        });
    }

    @Test
    void whatOneHoldsNobodyElseGets() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            held(anna, "09:00");

            assertThat(hold(bob, "09:00")).isEqualTo(new Holding.Taken());
            assertThat(hold(bob, "09:15")).as("half of it").isEqualTo(new Holding.Taken());
            assertThat(hold(bob, "09:30")).isInstanceOf(Holding.Held.class);
        });
    }

    @Test
    void afterFiveMinutesTheTimeIsFreeForOthersAndStillForWhomItWasHeldIfNobodyTookIt() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var first = held(anna, "09:00");
            clock.advance(Duration.ofMinutes(5));
            assertThat(booking.book(anna, first.reference(), null)).isInstanceOf(Booking.Booked.class);

            var second = held(anna, "10:00");
            clock.advance(Duration.ofMinutes(5));
            var third = held(bob, "10:00");
            assertThat(booking.book(anna, second.reference(), null)).isEqualTo(new Booking.Gone());
            assertThat(booking.book(bob, third.reference(), null)).isInstanceOf(Booking.Booked.class);
            assertThat(booking.book(anna, second.reference(), null)).isEqualTo(new Booking.Gone());
        });
    }

    @Test
    void theSameFormSentTwiceHoldsAndBooksOnce() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var attempt = UUID.randomUUID();
            var held = booking.hold(anna, wanted("09:00"), attempt);
            assertThat(booking.hold(anna, wanted("09:00"), attempt)).isEqualTo(held);

            var reference = ((Holding.Held) held).reference();
            var booked = booking.book(anna, reference, null);
            clock.advance(Duration.ofMinutes(1));
            assertThat(booking.book(anna, reference, null)).isEqualTo(booked);
            assertThat(audited()).hasSize(1);
        });
    }

    @Test
    void whoChoosesAnotherTimeGivesUpTheFirst() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            held(anna, "09:00");
            held(anna, "09:15");

            assertThat(hold(bob, "09:15")).isEqualTo(new Holding.Taken());
            held(anna, "11:00");
            held(bob, "09:00");
        });
    }

    @Test
    void anAccountHasOnlySoManyAppointmentsAhead() {
        inNorth(() -> {
            clinic.run("insert into __tenant__.booking_settings (upcoming_per_account) values (2)");
            var anna = practice.patient("Anna");
            var first = book(anna, "09:00");
            book(anna, "10:00");

            assertThat(hold(anna, "11:00")).isEqualTo(new Holding.TooMany(2));
            booking.cancel(anna, first);
            assertThat(hold(anna, "11:00")).isInstanceOf(Holding.Held.class);
        });
    }

    @Test
    void whatTheClinicLeavesToThePhoneIsNotDoneOnline() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = book(anna, "09:00");
            var fresh = book(anna, "12:00");
            clinic.run("insert into __tenant__.booking_settings (patients_book, patients_move, patients_cancel)"
                    + " values (false, false, false)");

            assertThat(booking.cancel(anna, fresh)).as("what was just booked").isInstanceOf(Changing.Done.class);
            clock.advance(Duration.ofMinutes(3));
            assertThat(hold(anna, "10:00")).isEqualTo(new Holding.NotOffered());
            assertThat(booking.move(anna, reference, wanted("10:00"))).isInstanceOf(Changing.TooLate.class);
            assertThat(booking.cancel(anna, reference)).isInstanceOf(Changing.TooLate.class);
            assertThat(appointments.in(anna).ahead()).hasSize(1);
        });
    }

    @Test
    void itIsCancelledWithinTheNoticeAndAfterwardsTheClinicIsToBeCalled() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = book(anna, "09:00");
            clock.set(at("09:00").minus(Duration.ofHours(24)));
            assertThat(booking.cancel(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(appointments.in(anna).ahead()).isEmpty();
            assertThat(appointments.in(anna).past()).hasSize(1);

            var other = book(anna, "12:00");
            clock.set(at("12:00").minus(Duration.ofHours(24)).plusSeconds(1));
            assertThat(booking.cancel(anna, other))
                    .isEqualTo(new Changing.TooLate(at("12:00").minus(Duration.ofHours(24))));
            assertThat(booking.move(anna, other, wanted("14:00"))).isInstanceOf(Changing.TooLate.class);
            clock.set(at("12:00"));
            assertThat(booking.cancel(anna, other)).isEqualTo(new Changing.NotNow(AppointmentState.BOOKED));
        });
    }

    @Test
    void whatWasJustBookedCanBeTakenBackWhateverTheNotice() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            clock.set(at("06:30"));
            var reference = book(anna, "09:00");
            clock.advance(Duration.ofMinutes(2));

            assertThat(booking.cancel(anna, reference)).isInstanceOf(Changing.Done.class);
        });
    }

    @Test
    void aCancellationIsTakenBackForThreeMinutesIfTheTimeIsStillFree() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var reference = book(anna, "09:00");
            booking.cancel(anna, reference);
            clock.advance(Duration.ofMinutes(2));
            assertThat(booking.restore(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(appointments.in(anna).ahead()).hasSize(1);

            booking.cancel(anna, reference);
            book(bob, "09:00");
            assertThat(booking.restore(anna, reference)).isEqualTo(new Changing.Taken());

            var later = book(anna, "10:00");
            booking.cancel(anna, later);
            clock.advance(Duration.ofMinutes(3));
            assertThat(booking.restore(anna, later)).isEqualTo(new Changing.NotNow(AppointmentState.CANCELLED));
            assertThat(audited())
                    .containsExactly(
                            "appointment-booked",
                            "appointment-cancelled",
                            "appointment-cancellation-undone",
                            "appointment-cancelled",
                            "appointment-booked",
                            "appointment-booked",
                            "appointment-cancelled");
        });
    }

    @Test
    void aMoveKeepsTheOldTimeUntilTheNewOneIsTakenAndTheLinkFromThenOn() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var reference = book(anna, "09:00");
            book(bob, "10:00");

            assertThat(booking.move(anna, reference, wanted("10:15"))).isEqualTo(new Changing.Taken());
            assertThat(start(anna, reference)).isEqualTo(at("09:00"));

            assertThat(booking.move(anna, reference, wanted("09:15")))
                    .as("into its own time")
                    .isInstanceOf(Changing.Done.class);
            assertThat(booking.move(anna, reference, wanted("09:15")))
                    .as("the same form again")
                    .isInstanceOf(Changing.Done.class);
            assertThat(start(anna, reference)).isEqualTo(at("09:15"));
            assertThat(audited()).containsExactly("appointment-booked", "appointment-booked", "appointment-moved");
            held(bob, "11:00");
            assertThat(hold(bob, "09:00")).as("a quarter of it is Anna's").isEqualTo(new Holding.Taken());
        });
    }

    @Test
    void aMoveIsTakenBackForThreeMinutesWhateverTheNoticeIfTheOldTimeIsStillFree() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var reference = book(anna, "09:00");
            clock.advance(Duration.ofMinutes(4));
            assertThat(booking.move(anna, reference, wanted("10:00"))).isInstanceOf(Changing.Done.class);
            assertThat(booking.moveBack(bob, reference)).isEqualTo(new Changing.NotThere());

            assertThat(booking.moveBack(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(booking.moveBack(anna, reference)).as("pressed twice").isInstanceOf(Changing.Done.class);
            assertThat(start(anna, reference)).isEqualTo(at("09:00"));
            assertThat(hold(bob, "10:00")).isInstanceOf(Holding.Held.class);

            assertThat(booking.move(anna, reference, wanted("11:00"))).isInstanceOf(Changing.Done.class);
            book(bob, "09:00");
            assertThat(booking.moveBack(anna, reference)).isEqualTo(new Changing.Taken());
            assertThat(start(anna, reference)).isEqualTo(at("11:00"));

            assertThat(booking.move(anna, reference, wanted("12:00"))).isInstanceOf(Changing.Done.class);
            clock.advance(Duration.ofMinutes(3));
            assertThat(booking.moveBack(anna, reference)).isInstanceOf(Changing.NotNow.class);
            assertThat(start(anna, reference)).isEqualTo(at("12:00"));
        });
    }

    @Test
    void whatWasAgreedStaysWhateverTheClinicChanges() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = book(anna, "09:00");
            clinic.run(
                    "update __tenant__.service set name = 'Other', price_minor = 9900, cancel_until_minutes = 20000");

            assertThat(booking.move(anna, reference, wanted("10:00"))).isInstanceOf(Changing.Done.class);
            assertThat(appointments.in(anna).find(reference).orElseThrow().rules())
                    .isEqualTo(new Receipt("Physiotherapy", 30, 4500L, "GBP", 1440, "Europe/London", null, null));
        });
    }

    @Test
    void anyoneIsWhoeverHasLeastToDo() {
        inNorth(() -> {
            var quentin = practice.practitioner("Quentin", service, location);
            var anna = practice.patient("Anna");
            book(anna, "12:00");
            var anyone = new WantedTime(service, null, location, at("09:00"));
            var first = booking.hold(anna, anyone, UUID.randomUUID());
            var second = booking.hold(practice.patient("Bob"), anyone, UUID.randomUUID());

            assertThat(appointments.in(anna).find(((Holding.Held) first).reference()))
                    .get()
                    .extracting(Appointment::practitioner)
                    .isEqualTo(quentin);
            assertThat(second).isInstanceOf(Holding.Held.class);
            assertThat(booking.hold(practice.patient("Cleo"), anyone, UUID.randomUUID()))
                    .isEqualTo(new Holding.Taken());
        });
    }

    @Test
    void aRoomIsTakenOnlyOnceWhoeverNeedsIt() {
        inNorth(() -> {
            clinic.run("update __tenant__.service set needs_room = true");
            clinic.run("insert into __tenant__.room (location_id, name) values (%s, 'Room 1')".formatted(location));
            practice.practitioner("Quentin", service, location);
            var anyone = new WantedTime(service, null, location, at("09:00"));
            assertThat(booking.hold(practice.patient("Anna"), anyone, UUID.randomUUID()))
                    .isInstanceOf(Holding.Held.class);
            assertThat(booking.hold(practice.patient("Bob"), anyone, UUID.randomUUID()))
                    .isEqualTo(new Holding.Taken());
        });
    }

    @Test
    void blockedTimeAndTimesNobodyOffersAreRefused() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            clinic.run("""
                    insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                    values (%s, '2026-11-23T09:00Z', '2026-11-23T10:00Z', '', now(), 'Rosa', 0)""".formatted(pia));

            assertThat(hold(anna, "09:30")).isEqualTo(new Holding.Taken());
            assertThat(hold(anna, "10:07")).as("off the grid").isEqualTo(new Holding.Taken());
            assertThat(hold(anna, "16:45")).as("ends after hours").isEqualTo(new Holding.Taken());
            clock.set(at("08:30"));
            assertThat(hold(anna, "10:15")).as("short of notice").isEqualTo(new Holding.Taken());
            assertThat(hold(anna, "10:30")).isInstanceOf(Holding.Held.class);
        });
    }

    @Test
    void onlyWhatIsOnlineIsBookedAndOnlyByWhomAccessAllows() {
        inNorth(() -> {
            assertThat(hold(practice.patient("Anna", "full", "money"), "09:00")).isEqualTo(new Holding.NotOffered());
            var newcomer = practice.chart(
                    new AccountId(clinic.sql(
                            "insert into __tenant__.portal_account (created_at) values (now()) returning id")),
                    null);
            assertThat(hold(newcomer, "09:00")).isEqualTo(new Holding.NotOffered());
            clinic.run("update __tenant__.service set for_new_patients = true");
            var reference = book(newcomer, "09:00");
            assertThat(appointments.in(newcomer).ahead()).hasSize(1);
            assertThat(booking.cancel(newcomer, reference)).isInstanceOf(Changing.Done.class);

            clinic.run("update __tenant__.service set online = false");
            assertThat(hold(practice.patient("Bob"), "09:00")).isEqualTo(new Holding.NotOffered());
        });
    }

    @Test
    void aNewcomerWithoutARecordIsWrittenToAtWhatTheySignInWith() {
        inNorth(() -> {
            long account = clinic.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id");
            clinic.run("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                    + " values (" + account + ", 'email', 'new@example.org', now(), 'test', now())");
            clinic.run("update __tenant__.service set for_new_patients = true");
            var reference = book(practice.chart(new AccountId(account), null), "09:00");

            var booked = transaction.execute(_ -> rows.find(reference)).orElseThrow();

            assertThat(booked.patient()).isNull();
            assertThat(contacts.of(booked, Channel.EMAIL)).contains("new@example.org");
            assertThat(contacts.of(booked, Channel.SMS)).isEmpty();
        });
    }

    @Test
    void limitedAccessShowsWhatTheAccountBookedAndNothingElse() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var patient = anna.actingFor().orElseThrow().id();
            var carer = practice.chart(practice.account(patient, "limited", "bookings"), patient);
            var stranger = practice.patient("Bob");
            var annas = book(anna, "09:00");
            var carers = book(carer, "10:00");

            assertThat(appointments.in(anna).ahead()).hasSize(2);
            assertThat(appointments.in(carer).ahead())
                    .extracting(Appointment::reference)
                    .containsExactly(carers);
            assertThat(appointments.in(carer).find(annas)).isEmpty();
            assertThat(booking.cancel(carer, annas)).isEqualTo(new Changing.NotThere());
            assertThat(booking.cancel(stranger, annas)).isEqualTo(new Changing.NotThere());
            assertThat(booking.move(stranger, annas, wanted("11:00"))).isEqualTo(new Changing.NotThere());
            assertThat(appointments.in(stranger).ahead()).isEmpty();
            assertThat(booking.cancel(anna, carers)).isInstanceOf(Changing.Done.class);

            inSouth(() -> assertThat(appointments.in(anna).find(annas)).isEmpty());
        });
    }

    @Test
    void ofTwoHundredAtOnceOneGetsTheTimeAndTheOthersAClearAnswer() {
        var patients = CurrentTenant.call(
                north(),
                () -> IntStream.range(0, 200)
                        .mapToObj(number -> practice.patient("P" + number))
                        .toList());

        var answers = AtOnce.<Holding>atOnce(patients.stream()
                .<Callable<Holding>>map(one -> () -> booking.hold(one, wanted("09:00"), UUID.randomUUID()))
                .toList());

        assertThat(answers).filteredOn(Holding.Held.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Holding.Taken()::equals).hasSize(199);
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                .isEqualTo(1));
    }

    @Test
    void twoPractitionersAtOnceGetTwoRooms() {
        var quentins = CurrentTenant.call(north(), () -> {
            clinic.run("update __tenant__.service set needs_room = true");
            clinic.run(
                    "insert into __tenant__.room (location_id, name) select %s, 'R' || i from generate_series(1, 2) i"
                            .formatted(location));
            var quentin = practice.practitioner("Quentin", service, location);
            return new WantedTime(service, quentin, location, at("09:00"));
        });
        var anna = CurrentTenant.call(north(), () -> practice.patient("Anna"));
        var bob = CurrentTenant.call(north(), () -> practice.patient("Bob"));

        var answers =
                AtOnce.<Holding>atOnce(() -> hold(anna, "09:00"), () -> booking.hold(bob, quentins, UUID.randomUUID()));

        assertThat(answers).allMatch(Holding.Held.class::isInstance);
    }

    @Test
    void twoFormsOfOnePersonAtOnceHoldOneTime() {
        var anna = CurrentTenant.call(north(), () -> practice.patient("Anna"));

        var answers = AtOnce.<Holding>atOnce(() -> hold(anna, "09:00"), () -> hold(anna, "11:00"));

        assertThat(answers).allMatch(Holding.Held.class::isInstance);
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.appointment where state = 'held'"))
                .isEqualTo(1));
    }

    @Test
    void twoWhoSwapTheirTimesAtOnceKeepThemBoth() {
        var anna = CurrentTenant.call(north(), () -> practice.patient("Anna"));
        var bob = CurrentTenant.call(north(), () -> practice.patient("Bob"));
        var annas = CurrentTenant.call(north(), () -> book(anna, "09:00"));
        var bobs = CurrentTenant.call(north(), () -> book(bob, "10:00"));

        var answers = AtOnce.<Changing>atOnce(
                () -> booking.move(anna, annas, wanted("10:00")), () -> booking.move(bob, bobs, wanted("09:00")));

        assertThat(answers).containsOnly(new Changing.Taken());
        inNorth(() -> {
            assertThat(start(anna, annas)).isEqualTo(at("09:00"));
            assertThat(start(bob, bobs)).isEqualTo(at("10:00"));
        });
    }

    @Test
    void theDatabaseItselfRefusesASecondAppointmentAtOneTime() {
        inNorth(() -> {
            book(practice.patient("Anna"), "09:00");

            assertThatThrownBy(() -> clinic.run("""
                            insert into __tenant__.appointment
                                (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied,
                                 rules, created_at, created_by_kind, created_by, booked_at, version)
                            select 'aaaaaaaaaaaaaaaa', gen_random_uuid(), service_id, practitioner_id, location_id, 'booked',
                                   starts_at + interval '29 minutes', ends_at + interval '29 minutes',
                                   tstzrange(starts_at + interval '29 minutes', ends_at + interval '29 minutes'), rules, now(),
                                   'staff', 'Rosa', now(), 0
                              from __tenant__.appointment"""))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("appointment_one_at_a_time");
        });
    }

    private Holding hold(VisibleChart who, String time) {
        return booking.hold(who, wanted(time), UUID.randomUUID());
    }

    private Holding.Held held(VisibleChart who, String time) {
        var answer = hold(who, time);
        assertThat(answer).isInstanceOf(Holding.Held.class);
        return (Holding.Held) answer;
    }

    private Reference book(VisibleChart who, String time) {
        var reference = held(who, time).reference();
        assertThat(booking.book(who, reference, null)).isInstanceOf(Booking.Booked.class);
        return reference;
    }

    private WantedTime wanted(String time) {
        return new WantedTime(service, pia, location, at(time));
    }

    private Instant start(VisibleChart who, Reference reference) {
        return appointments.in(who).find(reference).orElseThrow().start();
    }

    private List<String> audited() {
        return clinic.texts("select action from __tenant__.audit_entry where subject_kind = 'appointment' order by id");
    }
}
