package io.anteroom.clinic.scheduling.newcomer;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.registration.Decided;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking.Outcome;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class NewcomerBookingTest {

    private static final String NORA = "nora@example.org";

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    NewcomerBookings bookings;

    @Autowired
    Puzzles puzzles;

    @Autowired
    RandomTokens tokens;

    @Autowired
    RegistrationRequests requests;

    @Autowired
    PatientBooking patients;

    @Autowired
    PatientAppointments appointments;

    @Autowired
    StaffAppointments staff;

    @Autowired
    Sessions sessions;

    @Autowired
    PortalSetup portal;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    private LocationId location = new LocationId(0);
    private ServiceId service = new ServiceId(0);

    @BeforeEach
    void aPracticeForNewPatients() {
        inSouth(this::practice);
        inNorth(this::practice);
    }

    private void practice() {
        portal.switchTo(ROSA, true);
        location = practice.location();
        service = practice.service(location);
        practice.practitioner("Pia", service, location);
        clinic.run("update __tenant__.service set for_new_patients = true");
    }

    @Test
    void theCodeOpensAnAccountAndTheTimeIsTheirs() {
        inNorth(() -> {
            var nora = stranger();
            assertThat(nora.choose("09:00")).isEqualTo(new Chosen.Held());
            assertThat(bookings.find(nora.browser())).hasValueSatisfying(booking -> {
                assertThat(booking.appointment().start()).isEqualTo(at("09:00"));
                assertThat(booking.appointment().state()).isEqualTo(AppointmentState.HELD);
                assertThat(booking.appointment().heldUntil())
                        .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
                assertThat(booking.said()).isNull();
            });

            var chart = enter(nora, NORA, "My left knee");

            assertThat(chart.patients()).isEmpty();
            assertThat(appointments.in(chart).ahead()).singleElement().satisfies(appointment -> {
                assertThat(appointment.state()).isEqualTo(AppointmentState.BOOKED);
                assertThat(appointment.note()).isEqualTo("My left knee");
                assertThat(appointment.patient()).isNull();
            });
            assertThat(bookings.find(nora.browser(), chart.viewer()))
                    .hasValueSatisfying(booking -> assertThat(booking.outcome()).isEqualTo(Outcome.BOOKED));
            assertThat(open()).singleElement().satisfies(request -> {
                assertThat(request.applicant()).isEqualTo(Stranger.NORA);
                assertThat(request.origin()).isEqualTo(AccountOrigin.BOOKING);
            });
            assertThat(clinic.texts("select action || ' ' || actor_name from __tenant__.audit_entry order by id"))
                    .contains("account-registered Nora Nguyen", "appointment-booked Nora Nguyen");
        });
    }

    @Test
    void theyAreToldThreeMinutesLaterWhereTheCodeWent() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            enter(nora, NORA, null);
            clock.advance(Duration.ofMinutes(3));
            clinic.work("appointment-news", "1");

            assertThat(clinic.texts(
                            "select recipient from __tenant__.message where about_kind = 'appointment' order by id"))
                    .containsExactly(NORA);
        });
    }

    @Test
    void whoGaveAMobileNumberIsTextedWhenAndWhereAndNeverWhatFor() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            var chart = enter(nora, "07400 123456", "My left knee");
            clock.advance(Duration.ofMinutes(3));
            clinic.work("appointment-news", "1");
            patients.cancel(chart, appointments.in(chart).ahead().getFirst().reference());
            clock.advance(Duration.ofMinutes(3));
            clinic.work("appointment-news", "1");

            var texts =
                    clinic.texts("select channel || ' ' || recipient || ' ' || content::text from __tenant__.message"
                            + " where about_kind = 'appointment' order by created_at");
            assertThat(texts)
                    .hasSize(2)
                    .allSatisfy(text -> assertThat(text)
                            .startsWith("sms +447400123456")
                            .contains("Mon", "23 Nov", "09:00 at High Street", "/appointments/")
                            .doesNotContain("Physio", "knee"));
            assertThat(texts.getFirst()).contains("is booked for");
            assertThat(texts.getLast()).contains("is cancelled. It was cancelled in the portal");
        });
    }

    @Test
    void untilTheCodeIsEnteredTheTimeIsHeldForFiveMinutesAndNotLonger() {
        inNorth(() -> {
            var nora = stranger();
            var olga = stranger();
            nora.choose("09:00");
            nora.say(NORA, null);

            assertThat(olga.choose("09:00")).isEqualTo(new Chosen.Taken());
            assertThat(olga.choose("09:15")).as("half of it").isEqualTo(new Chosen.Taken());
            clock.advance(Duration.ofMinutes(5));
            assertThat(olga.choose("09:00")).isEqualTo(new Chosen.Held());
            assertThat(clinic.sql("select count(*) from __tenant__.appointment where booked_at is not null"))
                    .isZero();
        });
    }

    @Test
    void aTimeThatRanOutWhileTheCodeWasOnItsWayIsBookedIfNobodyTookIt() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            nora.say(NORA, "My left knee");
            clinic.send(7);
            clock.advance(Duration.ofMinutes(6));

            var chart = chart(clinic.enter(nora.signingIn(), 7));

            assertThat(appointments.in(chart).ahead()).singleElement().satisfies(appointment -> {
                assertThat(appointment.start()).isEqualTo(at("09:00"));
                assertThat(appointment.note()).isEqualTo("My left knee");
            });
            assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                    .as("what ran out is forgotten")
                    .isEqualTo(1);
        });
    }

    @Test
    void whereSomebodyTookItTheAccountBeginsAllTheSameAndWhatWasTypedIsKept() {
        inNorth(() -> {
            var nora = stranger();
            var bob = practice.patient("Bob");
            nora.choose("09:00");
            nora.say(NORA, "My left knee");
            clinic.send(7);
            clock.advance(Duration.ofMinutes(6));
            book(bob, "09:00");

            var chart = chart(clinic.enter(nora.signingIn(), 7));

            assertThat(appointments.in(chart).ahead()).isEmpty();
            assertThat(open()).hasSize(1);
            assertThat(bookings.find(nora.browser(), chart.viewer())).hasValueSatisfying(booking -> {
                assertThat(booking.outcome()).isEqualTo(Outcome.GONE);
                assertThat(booking.said()).extracting(Said::note).isEqualTo("My left knee");
            });
            book(chart, "10:00");
            assertThat(appointments.in(chart).ahead())
                    .extracting(Appointment::start)
                    .containsExactly(at("10:00"));
        });
    }

    @Test
    void whereTheClinicLeavesBookingToThePhoneStrangersAreOfferedNothing() {
        inNorth(() -> {
            var nora = stranger();
            var page = nora.page("09:00");
            clinic.run("insert into __tenant__.booking_settings (patients_book) values (false)");

            assertThat(bookings.services()).isEmpty();
            assertThat(nora.choose(page)).isEqualTo(new Chosen.NotOffered());
        });
    }

    @Test
    void whatOneBrowserHoldsIsNobodyElses() {
        inNorth(() -> {
            var nora = stranger();
            var olga = stranger();
            var page = nora.page("09:00");
            nora.choose(page);

            assertThat(bookings.find(olga.browser())).isEmpty();
            assertThat(olga.say("olga@example.org", null)).isEqualTo(new Asked.Stale());
            assertThat(olga.choose(nora.again(page, "10:00")))
                    .as("what was worked out was spent")
                    .isEqualTo(new Chosen.Stale());
        });
    }

    @Test
    void ofTwoHundredAtOnceOneGetsTheTimeAndTheOthersAClearAnswer() {
        var strangers = CurrentTenant.call(
                north(),
                () -> IntStream.range(0, 200)
                        .mapToObj(number -> stranger("192.0.2." + number))
                        .map(stranger -> Map.entry(stranger, stranger.page("09:00")))
                        .toList());

        var answers = AtOnce.<Chosen>atOnce(strangers.stream()
                .<Callable<Chosen>>map(one -> () -> one.getKey().choose(one.getValue()))
                .toList());

        assertThat(answers).filteredOn(new Chosen.Held()::equals).hasSize(1);
        assertThat(answers).filteredOn(new Chosen.Taken()::equals).hasSize(199);
        inNorth(() -> assertThat(clinic.texts("select state from __tenant__.appointment"))
                .containsExactly("held"));
    }

    @Test
    void manyRobotsWithOneAnswerHoldOneTime() {
        var robots = CurrentTenant.call(
                north(),
                () -> IntStream.range(0, 8)
                        .mapToObj(number -> stranger("192.0.2." + number))
                        .toList());
        var page = CurrentTenant.call(north(), () -> robots.getFirst().page("09:00"));

        var answers = AtOnce.<Chosen>atOnce(IntStream.range(0, robots.size())
                .<Callable<Chosen>>mapToObj(number -> () ->
                        robots.get(number).choose(robots.get(number).again(page, "%02d:00".formatted(9 + number))))
                .toList());

        assertThat(answers).filteredOn(new Chosen.Held()::equals).hasSize(1);
        assertThat(answers).filteredOn(new Chosen.Stale()::equals).hasSize(7);
    }

    @Test
    void twoClicksAtOnceHoldOneTime() {
        inNorth(() -> {
            var nora = stranger();
            var page = nora.page("09:00");

            assertThat(AtOnce.atOnce(() -> nora.choose(page), () -> nora.choose(page)))
                    .containsExactly(new Chosen.Held(), new Chosen.Held());
            assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                    .isEqualTo(1);
        });
    }

    @Test
    void whoGoesBackAndChoosesAnotherTimeGivesUpTheFirstAndKeepsWhatWasTyped() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            nora.say(NORA, "My left knee");
            clinic.send(7);

            assertThat(nora.choose("09:15")).as("overlaps the first").isEqualTo(new Chosen.Held());
            assertThat(stranger().choose("08:00")).isEqualTo(new Chosen.Taken());
            assertThat(bookings.find(nora.browser()).orElseThrow().said()).isNotNull();
            assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                    .isEqualTo(1);

            var chart = chart(clinic.enter(nora.signingIn(), 7));
            assertThat(appointments.in(chart).ahead())
                    .as("the code asked for before is good for it")
                    .extracting(Appointment::start)
                    .containsExactly(at("09:15"));
        });
    }

    @Test
    void aCodeThatIsSentTwiceBooksOnce() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            nora.say(NORA, null);
            clinic.send(7);

            assertThat(AtOnce.atOnce(() -> clinic.enter(nora.signingIn(), 7), () -> clinic.enter(nora.signingIn(), 7)))
                    .allMatch(Entered.SignedIn.class::isInstance);
            assertThat(clinic.texts("select state from __tenant__.appointment")).containsExactly("booked");
            assertThat(open()).hasSize(1);
        });
    }

    @Test
    void askingRunsTheSameStatementsWhetherTheAddressIsKnownOrNot() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var first = stranger("192.0.2.1");
            var second = stranger("192.0.2.2");
            first.choose("09:00");
            second.choose("10:00");

            var known = statementsOf(() -> first.say("anna@example.org", null));
            var unknown = statementsOf(() -> second.say("nobody@example.org", null));

            assertThat(unknown).isEqualTo(known).isNotEmpty().noneMatch(sql -> sql.contains("__tenant__.credential"));
        });
    }

    @Test
    void whoHasAnAccountSignsInToItAndSaysThereForWhomItIs() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("update __tenant__.access_grant set scope = array['bookings']");
            var stranger = stranger();
            stranger.choose("09:00");

            var chart = enter(stranger, "anna@example.org", "My left knee");

            assertThat(open()).as("nothing of what was said is kept").isEmpty();
            assertThat(appointments.in(chart).ahead()).as("not booked yet").isEmpty();
            var held = bookings.find(stranger.browser(), chart.viewer()).orElseThrow();
            assertThat(held.outcome()).isEqualTo(Outcome.HANDED_OVER);
            assertThat(patients.book(chart, held.appointment().reference(), null))
                    .isInstanceOf(Booking.Booked.class);
            assertThat(appointments.in(chart).ahead())
                    .singleElement()
                    .satisfies(appointment -> assertThat(appointment.patient()).isEqualTo(anna));
        });
    }

    @Test
    void whoSignsInWithTwoStepsIsHeldTheTimeAndSeesNothingByTheCodeAlone() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)"
                    + " values (1, 1, repeat('x', 60), now(), true)");
            var stranger = stranger();
            stranger.choose("09:00");
            stranger.say("anna@example.org", null);
            clinic.send(7);

            assertThat(clinic.enter(stranger.signingIn(), 7)).isEqualTo(new Entered.PasswordNext());

            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
            assertThat(clinic.texts("select state || ' ' || account_id from __tenant__.appointment"))
                    .containsExactly("held 1");
            assertThat(stranger.say(NORA, null)).as("it is another's now").isEqualTo(new Asked.Stale());
        });
    }

    @Test
    void whoHasAsManyAppointmentsAheadAsMayBeGetsNoMoreThisWay() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("update __tenant__.access_grant set scope = array['bookings']");
            clinic.run("insert into __tenant__.booking_settings (upcoming_per_account) values (1)");
            book(chart(clinic.enter(clinic.askAndSend("anna@example.org", 5), 5)), "11:00");
            var stranger = stranger();
            stranger.choose("09:00");
            stranger.say("anna@example.org", null);
            clinic.send(7);

            var chart = chart(clinic.enter(stranger.signingIn(), 7));

            assertThat(bookings.find(stranger.browser(), chart.viewer()))
                    .hasValueSatisfying(booking -> assertThat(booking.outcome()).isEqualTo(Outcome.TOO_MANY));
            assertThat(appointments.in(chart).ahead())
                    .extracting(Appointment::start)
                    .containsExactly(at("11:00"));
        });
    }

    @Test
    void anAddressThatNobodyProvedLetsNobodyInAndBooksNothing() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            var stranger = stranger();
            stranger.choose("09:00");
            stranger.say("anna@example.org", null);
            clinic.send(7);

            assertThat(clinic.enter(stranger.signingIn(), 7)).isEqualTo(new Entered.AddressTaken());

            assertThat(clinic.sql("select count(*) from __tenant__.portal_session"))
                    .isZero();
            assertThat(clinic.texts("select state from __tenant__.appointment")).containsExactly("held");
            assertThat(stranger.say(NORA, null)).as("another address will do").isInstanceOf(Asked.OnItsWay.class);
        });
    }

    @Test
    void theOldCodeIsWorthNothingOnceAnotherAddressWasGiven() {
        inNorth(() -> {
            var nora = stranger();
            nora.choose("09:00");
            nora.say("wrong@example.org", null);
            var first = nora.signingIn();
            clinic.send(7);
            nora.say(NORA, null);

            assertThat(clinic.enter(first, 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
        });
    }

    @Test
    void joinedToARecordTheAppointmentGetsItsPatientAndThePersonStillSeesIt() {
        inSouth(() -> booked(stranger()));
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var nora = stranger();
            var chart = booked(nora);
            var account = chart.viewer().account();
            assertThat(staff.unmatched(List.of(account)).get(account)).hasSize(1);

            assertThat(requests.join(account, anna, ROSA)).isEqualTo(new Decided.Joined(anna));

            assertThat(staff.ahead(anna)).hasSize(1);
            assertThat(staff.unmatched(List.of(account))).isEmpty();
            assertThat(clinic.texts("""
                            select actor_name || ' ' || (detail -> 0 ->> 'Before') || ' ' || patient_id from __tenant__.audit_entry
                             where action = 'appointment-matched'""")).containsExactly("Rosa Reception no record " + anna);
            var now = practice.chart(account, null);
            assertThat(appointments.in(now).ahead()).hasSize(1);
        });
        inSouth(() -> assertThat(clinic.sql("select count(*) from __tenant__.appointment where patient_id is not null"))
                .isZero());
    }

    @Test
    void aRecordMadeOfTheRequestGetsTheAppointmentToo() {
        inNorth(() -> {
            booked(stranger());
            var account = open().getFirst().account();

            requests.joinNew(account, _ -> clinic.patient("Nora"), ROSA);

            assertThat(staff.ahead(new PatientId(1))).hasSize(1);
        });
    }

    @Test
    void refusedTheAppointmentStandsUntilStaffCancelIt() {
        inNorth(() -> {
            booked(stranger());
            var account = open().getFirst().account();

            requests.refuse(account, "Please call us.", ROSA);

            assertThat(requests.find(account).map(Registration::state)).contains(Registration.State.REFUSED);
            assertThat(clinic.texts("select state from __tenant__.appointment")).containsExactly("booked");
        });
    }

    @Test
    void oneNetworkHoldsFourTimesAtOnceAndPatientsAreNotInItsWay() {
        inNorth(() -> {
            for (int i = 0; i < NewcomerLimits.HELD_PER_NETWORK; i++) {
                assertThat(stranger("192.0.2.7").choose("%02d:00".formatted(9 + i)))
                        .isEqualTo(new Chosen.Held());
            }
            assertThat(stranger("192.0.2.7").choose("15:00")).isEqualTo(new Chosen.Busy());
            assertThat(stranger("192.0.2.8").choose("15:00")).isEqualTo(new Chosen.Held());
            book(practice.patient("Anna"), "16:00");

            clock.advance(Duration.ofMinutes(5));
            assertThat(stranger("192.0.2.7").choose("15:00")).isEqualTo(new Chosen.Held());
        });
    }

    @Test
    void oneClinicHoldsSoManyTimesForStrangersAtOnceAndThoseOfTheOtherDontCount() {
        inNorth(() -> {
            for (int i = 0; i < NewcomerLimits.HELD_PER_CLINIC; i++) {
                var time =
                        at("09:00").plus(Duration.ofMinutes(30L * i)).toString().substring(11, 16);
                assertThat(stranger("192.0.2." + (i + 1)).choose(time)).isEqualTo(new Chosen.Held());
            }
            assertThat(stranger("192.0.2.99").choose("16:00")).isEqualTo(new Chosen.Busy());
            book(practice.patient("Anna"), "16:00");
        });
        inSouth(() -> assertThat(stranger("192.0.2.99").choose("16:00")).isEqualTo(new Chosen.Held()));
    }

    @Test
    void oneNetworkChoosesSoOftenInAnHour() {
        inNorth(() -> {
            var nora = stranger();
            var page = nora.page("09:00");
            for (int i = 0; i < NewcomerLimits.CHOSEN_PER_NETWORK; i++) {
                assertThat(nora.choose(nora.again(page, "09:00"))).isEqualTo(new Chosen.Held());
            }

            assertThat(stranger().choose("10:00"))
                    .isEqualTo(new Chosen.UsedUp(TestClock.START.plus(Duration.ofHours(1))));
            assertThat(stranger("192.0.2.2").choose("10:00")).isEqualTo(new Chosen.Held());
        });
    }

    @Test
    void aBrowserWithoutScriptsWaitsAndThenFewOfThemMay() {
        inNorth(() -> {
            var pages = List.of("09:00", "10:00", "11:00", "12:00", "13:00", "14:00");
            var nora = stranger();
            var plain = pages.stream().map(nora::plainPage).toList();

            assertThat(nora.choose(plain.getFirst()))
                    .isEqualTo(new Chosen.Patience(clock.instant().plus(NewcomerLimits.PATIENCE)));
            assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                    .isZero();
            clock.advance(NewcomerLimits.PATIENCE);
            for (int i = 0; i < NewcomerLimits.SLOW_PER_NETWORK; i++) {
                assertThat(nora.choose(plain.get(i))).isEqualTo(new Chosen.Held());
            }
            assertThat(nora.choose(plain.getLast())).isInstanceOf(Chosen.UsedUp.class);
            assertThat(nora.choose("15:00")).as("with scripts").isEqualTo(new Chosen.Held());
        });
    }

    @Test
    void aPageIsGoodForAnHourAtItsClinicAndNothingInventedIsTaken() {
        var pages = new ChosenTime[1];
        inNorth(() -> {
            var nora = stranger();
            var page = nora.page("09:00");
            pages[0] = page;
            for (var puzzle : List.of("", "1.x", "99999999999999.0", page.puzzle() + "0", "0" + page.puzzle())) {
                assertThat(nora.choose(
                                new ChosenTime(page.wanted(), page.form(), page.attempt(), puzzle, page.answer())))
                        .as(puzzle)
                        .isEqualTo(new Chosen.Stale());
            }
            assertThat(nora.choose(new ChosenTime(
                            page.wanted(), UUID.randomUUID(), page.attempt(), page.puzzle(), page.answer())))
                    .isEqualTo(new Chosen.Stale());
        });
        inSouth(() -> assertThat(stranger().choose(pages[0])).isEqualTo(new Chosen.Stale()));
        clock.advance(NewcomerLimits.PAGE_LIFE);
        inNorth(() -> assertThat(stranger().choose(pages[0])).isEqualTo(new Chosen.Stale()));
    }

    @Test
    void onlyServicesForNewPatientsAreOffered() {
        inNorth(() -> {
            assertThat(bookings.services()).hasSize(1);
            clinic.run("update __tenant__.service set for_new_patients = false");
            assertThat(bookings.services()).isEmpty();
            assertThat(stranger().choose("09:00")).isEqualTo(new Chosen.NotOffered());
            clinic.run("update __tenant__.service set for_new_patients = true, online = false");
            assertThat(stranger().choose("09:00")).isEqualTo(new Chosen.NotOffered());
        });
    }

    @Test
    void whatTheClinicSwitchesOffStopsAlsoWhoHasBegun() {
        inNorth(() -> {
            var nora = stranger();
            var late = stranger();
            nora.choose("09:00");
            nora.say(NORA, null);
            clinic.send(7);
            late.choose("10:00");
            late.say("late@example.org", null);
            switchOff();
            clinic.send(9);

            assertThat(clinic.enter(nora.signingIn(), 7)).isEqualTo(new Entered.Overtaken());
            assertThat(clinic.texts("select outcome from __tenant__.one_time_code order by id"))
                    .containsExactly("sent", "unknown");
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
        });
    }

    @Test
    void whatWasSaidIsForgottenAfterADayAndWhatWasBookedStays() {
        inNorth(() -> {
            booked(stranger());
            var other = stranger();
            other.choose("11:00");
            other.say("other@example.org", "Private");
            clock.advance(Duration.ofHours(25));
            clinic.work("newcomer-forgetting", "");

            assertThat(clinic.sql("select count(*) from __tenant__.newcomer_booking"))
                    .isZero();
            assertThat(clinic.texts("select state from __tenant__.appointment")).containsExactly("booked");
        });
    }

    @Test
    void oneClinicsBrowserIsNobodyAtTheOther() {
        var nora = new Stranger[1];
        inNorth(() -> {
            nora[0] = stranger();
            nora[0].choose("09:00");
        });
        inSouth(() -> {
            assertThat(bookings.find(nora[0].browser())).isEmpty();
            assertThat(nora[0].say(NORA, null)).isEqualTo(new Asked.Stale());
            assertThat(nora[0].choose("09:00"))
                    .as("both have a first of everything")
                    .isEqualTo(new Chosen.Held());
        });
        inNorth(() -> assertThat(clinic.texts("select state from __tenant__.appointment"))
                .containsExactly("held"));
    }

    private List<Registration> open() {
        return requests.open(Optional.empty()).rows();
    }

    private Stranger stranger() {
        return stranger("192.0.2.1");
    }

    private Stranger stranger(String network) {
        return new Stranger(bookings, puzzles, tokens, service, location, network);
    }

    /** Somebody new who has booked nine o'clock. */
    private VisibleChart booked(Stranger stranger) {
        assertThat(stranger.choose("09:00")).isEqualTo(new Chosen.Held());
        return enter(stranger, NORA, null);
    }

    private VisibleChart enter(Stranger stranger, String address, @Nullable String note) {
        assertThat(stranger.say(address, note)).isInstanceOf(Asked.OnItsWay.class);
        clinic.send(7);
        return chart(clinic.enter(stranger.signingIn(), 7));
    }

    private VisibleChart chart(Entered entered) {
        return sessions.chart(Clinic.token(entered)).orElseThrow();
    }

    private void book(VisibleChart chart, String time) {
        var held = patients.hold(chart, new WantedTime(service, null, location, at(time)), UUID.randomUUID());
        assertThat(held).isInstanceOf(Holding.Held.class);
        assertThat(patients.book(chart, ((Holding.Held) held).reference(), null))
                .isInstanceOf(Booking.Booked.class);
    }

    private void switchOff() {
        var plain = PortalDesign.plain("North Clinic");
        portal.publish(
                ROSA,
                new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of()));
    }

    private List<String> statementsOf(Runnable work) {
        statements.reset();
        work.run();
        return statements.statements();
    }
}
