package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.clinic.scheduling.waitlist.Waiters.anyTime;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** It is Saturday, nine o'clock; the times that come free are on the Monday after, in London. */
@AccessTest
class WaitlistOffersTest {

    private static final Duration ROUND = Duration.ofMinutes(30);

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Waiters waiters;

    @Autowired
    Waitlist waitlist;

    @Autowired
    WaitlistOffers offers;

    @Autowired
    WaitlistDesk desk;

    @Autowired
    PatientBooking booking;

    @Autowired
    PatientAppointments appointments;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Test
    void whoAcceptsFirstHasItAndTheOthersAreToldAndKeepTheirPlace() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            var bob = waiters.waiter(at, "Bob");
            waiters.comesFree(at, "09:30");
            assertThat(offers.open(anna)).hasSize(1);

            var accepted = accept(bob);
            assertThat(accepted).isInstanceOf(Accepting.Booked.class);
            assertThat(accept(bob)).as("the same again").isEqualTo(accepted);
            assertThat(accept(anna)).isEqualTo(new Accepting.Gone());

            assertThat(waiters.offered(anna).standing()).isEqualTo(Standing.GONE);
            assertThat(waiters.offered(bob).standing()).isEqualTo(Standing.BOOKED);
            assertThat(offers.open(anna)).isEmpty();
            assertThat(appointments.in(bob).ahead())
                    .extracting(Appointment::start)
                    .containsExactly(at("09:30"));
            assertThat(appointments.in(anna).ahead()).isEmpty();
            assertThat(waitlist.of(bob)).isEmpty();
            assertThat(waitlist.of(anna)).hasSize(1);
            waiters.pass(ROUND);
            assertThat(waiters.offers()).hasSize(2);
        });
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneHasIt() {
        var both = CurrentTenant.call(north(), () -> {
            var at = waiters.practice();
            var some = List.of(waiters.waiter(at, "Anna"), waiters.waiter(at, "Bob"));
            waiters.comesFree(at, "09:30");
            return some;
        });

        var answers = AtOnce.<Accepting>atOnce(() -> accept(both.getFirst()), () -> accept(both.getLast()));

        assertThat(answers).filteredOn(Accepting.Booked.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Accepting.Gone()::equals).hasSize(1);
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.appointment where state = 'booked'"))
                .isEqualTo(1));
    }

    @Test
    void aBookingThatIsUndoneLeavesOneOnTheListAndOneThatStandsTakesOneOffIt() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            waiters.comesFree(at, "09:30");
            var booked = ((Accepting.Booked) accept(anna)).appointment();
            assertThat(waitlist.of(anna)).isEmpty();

            waiters.cancel(anna, booked);
            assertThat(waitlist.of(anna)).hasSize(1);
            assertThat(waiters.offered(anna).standing()).isEqualTo(Standing.DECLINED);
            waiters.settle(booked);
            assertThat(waiters.offers())
                    .as("what one gave back isn't offered again")
                    .hasSize(1);

            waiters.comesFree(at, "11:00");
            waiters.settle(((Accepting.Booked) accept(anna)).appointment());
            assertThat(desk.list()).isEmpty();
            assertThat(desk.over()).singleElement().satisfies(one -> {
                assertThat(one.because()).isEqualTo(Ending.BOOKED);
                assertThat(one.offers())
                        .extracting(OfferedTime::standing)
                        .containsExactly(Standing.BOOKED, Standing.DECLINED);
            });
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'waitlist-ended'"))
                    .isEqualTo(1);
        });
    }

    @Test
    void anotherBookingOfTheSameServiceLeavesOneOnTheList() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");

            waiters.settle(waiters.book(at, anna, "14:00"));

            assertThat(waitlist.find(anna, anna.actingFor().orElseThrow().id(), at.service()))
                    .isPresent();
        });
    }

    @Test
    void whereAllDeclineTheNextAreAskedAtOnce() {
        inNorth(() -> {
            var at = waiters.practice();
            var first = List.of(waiters.waiter(at, "Anna"), waiters.waiter(at, "Bob"), waiters.waiter(at, "Cleo"));
            waiters.waiter(at, "Dan");
            waiters.comesFree(at, "09:30");

            for (var one : first) {
                assertThat(waiters.offers()).hasSize(3);
                assertThat(offers.decline(one, waiters.offered(one).reference()))
                        .isTrue();
                assertThat(offers.decline(one, waiters.offered(one).reference()))
                        .isTrue();
                waiters.work();
            }

            assertThat(waiters.offers()).hasSize(4).endsWith("Dan Mon 09:30");
            assertThat(waiters.offered(first.getFirst()).standing()).isEqualTo(Standing.DECLINED);
            assertThat(waitlist.of(first.getFirst())).hasSize(1);
            assertThat(clinic.sql(
                            "select count(*) from __tenant__.audit_entry where action = 'waitlist-offer-declined'"))
                    .isEqualTo(3);
            waiters.comesFree(at, "09:30");
            assertThat(waiters.offers())
                    .as("who declined it is not asked again")
                    .hasSize(5);
        });
    }

    @Test
    void anOfferIsBookedForWhomItWasMadeWhomeverOneActsForNow() {
        inNorth(() -> {
            var at = waiters.practice();
            var mother = waiters.waiter(at, "Mia");
            var zoe = waiters.person("Zoe");
            var booked = waiters.book(at, zoe, "09:30");
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            var child = clinic.patient("Kim");
            clinic.run("""
                    insert into __tenant__.access_grant
                        (account_id, patient_id, relationship, level, scope, granted_at, granted_by, one_patient_per_account)
                    values (%s, %s, 'parent', 'full', '{bookings}', now(), 'test', false)""".formatted(mother.viewer().account(), child));
            waiters.cancel(zoe, booked);
            waiters.pass(Duration.ofMinutes(3));
            var ofChild = practice.chart(mother.viewer().account(), child);

            assertThat(waitlist.of(ofChild)).isEmpty();
            assertThat(offers.accept(ofChild, waiters.offered(ofChild).reference()))
                    .isInstanceOf(Accepting.Booked.class);
            assertThat(clinic.texts("select p.given_name from __tenant__.appointment a join __tenant__.patient p"
                            + " on p.id = a.patient_id where a.state = 'booked'"))
                    .containsExactly("Mia");
        });
    }

    @Test
    void whoNoLongerWaitsOrHasTooManyAheadBooksNothing() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            var bob = waiters.waiter(at, "Bob");
            waiters.comesFree(at, "09:30");
            waitlist.leave(anna, waitlist.of(anna).getFirst().id());
            assertThat(accept(anna)).isEqualTo(new Accepting.NotWaiting());

            clinic.run("insert into __tenant__.booking_settings (upcoming_per_account) values (1)");
            waiters.book(at, bob, "15:00");
            assertThat(accept(bob)).isEqualTo(new Accepting.TooMany(1));
            assertThat(waiters.offered(bob).open()).isTrue();
        });
    }

    @Test
    void nobodyElseFindsAnOfferNorDoesTheOtherClinic() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            var stranger = waiters.person("Bob");
            waiters.comesFree(at, "09:30");
            var reference = waiters.offered(anna).reference();
            var patient = anna.actingFor().orElseThrow().id();
            var other = practice.chart(practice.account(patient, "full", "bookings"), patient);

            for (var one : List.of(stranger, other)) {
                assertThat(offers.find(one, reference)).isEmpty();
                assertThat(offers.accept(one, reference)).isEqualTo(new Accepting.NotThere());
                assertThat(offers.decline(one, reference)).isFalse();
            }
            inSouth(() -> assertThat(offers.accept(anna, reference)).isEqualTo(new Accepting.NotThere()));
            assertThat(waiters.offered(anna).open()).isTrue();
        });
    }

    @Test
    void whereverTheWorkerIsKilledNobodyIsOfferedTwiceAndTheTimeIsNotLost() {
        inNorth(() -> {
            var at = waiters.practice();
            for (var name : List.of("Anna", "Bob", "Cleo", "Dan")) {
                waiters.waiter(at, name);
            }
            var zoe = waiters.person("Zoe");
            waiters.cancel(zoe, waiters.book(at, zoe, "09:30"));
            clock.advance(Duration.ofMinutes(3));
            var ref = waiters.take().getFirst();

            int steps = 0;
            boolean whole = false;
            while (!whole) {
                statements.killAfter(steps);
                whole = survives(ref);
                statements.reset();
                if (!whole) {
                    assertThat(waiters.offers())
                            .as("killed after %s statements", steps)
                            .isEmpty();
                    assertThat(waiters.messages()).isEmpty();
                    assertThat(waiters.queue()).isEmpty();
                    steps++;
                }
            }
            assertThat(steps).as("steps tried").isGreaterThan(15);
            assertThat(waiters.offers()).hasSize(3);
            assertThat(waiters.messages()).hasSize(3);
            assertThat(waiters.queue()).hasSize(1);

            clinic.work(WaitlistRound.KIND, ref);
            assertThat(waiters.offers())
                    .as("killed before it noted that it was done")
                    .hasSize(3);
            assertThat(waiters.messages()).hasSize(3);
            waiters.pass(ROUND);
            assertThat(waiters.offers()).hasSize(4);
        });
    }

    private boolean survives(String ref) {
        try {
            clinic.work(WaitlistRound.KIND, ref);
            return true;
        } catch (IllegalStateException killed) {
            return false;
        }
    }

    @Test
    void whoseBrowserWasCutOffBetweenHoldAndBookingBooksByTheSameButton() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            waiters.comesFree(at, "09:30");
            var offer = waiters.offered(anna);
            var wanted = new WantedTime(at.service(), at.pia(), at.location(), at("09:30"));
            assertThat(booking.hold(anna, wanted, offer.attempt())).isInstanceOf(Holding.Held.class);
            assertThat(waiters.offered(anna).open()).isTrue();
            assertThat(waitlist.of(anna)).hasSize(1);
            clock.advance(Duration.ofMinutes(6));

            assertThat(accept(anna)).isInstanceOf(Accepting.Booked.class);
            assertThat(clinic.sql("select count(*) from __tenant__.appointment where account_id = "
                            + anna.viewer().account()))
                    .isEqualTo(1);
        });
    }

    @Test
    void theDatabaseItselfRefusesToOfferTheSameTwice() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waits(at, waiters.person("Anna"), anyTime());
            waiters.comesFree(at, "09:30");

            assertThatThrownBy(() -> clinic.run("""
                            insert into __tenant__.waitlist_offer
                                (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
                            select 'aaaaaaaaaaaaaaaa', gen_random_uuid(), entry_id, freed, practitioner_id, location_id, starts_at,
                                   offered_at, round_until from __tenant__.waitlist_offer""")).hasMessageContaining("waitlist_offer_freed_entry_id_key");
        });
    }

    @Test
    void aMoveBackGivesTheTimeToThoseWhoWaitAgain() {
        inNorth(() -> {
            var at = waiters.practice();
            var zoe = waiters.person("Zoe");
            var booked = waiters.book(at, zoe, "09:30");
            waiters.waiter(at, "Anna");
            booking.move(zoe, booked, new WantedTime(at.service(), at.pia(), at.location(), at("15:00")));
            assertThat(booking.moveBack(zoe, booked)).isInstanceOf(Changing.Done.class);

            waiters.pass(Duration.ofMinutes(3));

            assertThat(waiters.offers()).containsExactly("Anna Mon 15:00");
        });
    }

    private Accepting accept(VisibleChart who) {
        return offers.accept(who, waiters.offered(who).reference());
    }
}
