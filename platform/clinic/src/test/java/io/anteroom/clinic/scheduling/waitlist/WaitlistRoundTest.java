package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.clinic.scheduling.waitlist.Waiters.anyTime;
import static io.anteroom.clinic.scheduling.waitlist.Waiters.only;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.TimeFreed;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.messaging.StillHolds;
import io.anteroom.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** It is Saturday, nine o'clock; the times that come free are on the Monday after, in London. */
@AccessTest
class WaitlistRoundTest {

    private static final Duration ROUND = Duration.ofMinutes(30);
    private static final Duration UNDO = Duration.ofMinutes(3);

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Waiters waiters;

    @Autowired
    PatientBooking booking;

    @Autowired
    WaitlistRounds rounds;

    @Autowired
    WaitlistDesk desk;

    @Autowired
    Waitlist waitlist;

    @Autowired
    List<StillHolds> conditions;

    @Autowired
    PortalSetup portal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    @Test
    void aTimeThatComesFreeIsOfferedToTheThreeWhoWaitLongestAndWhomItSuits() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            waiters.waiter(at, "Bob", only(DayPart.EVENING));
            waiters.waiter(at, "Cleo", only(DayOfWeek.TUESDAY));
            waiters.waiter(at, "Dan", only(DayPart.MORNING));
            waiters.waiter(at, "Eve");
            waiters.waiter(at, "Finn");

            waiters.comesFree(at, "09:30");

            assertThat(waiters.offers()).containsExactly("Anna Mon 09:30", "Dan Mon 09:30", "Eve Mon 09:30");
            assertThat(waiters.messages())
                    .hasSize(3)
                    .allSatisfy(mail -> assertThat(mail)
                            .contains("23 November 2026, 09:30", "Pia", "1 High Street", "/appointments/offers/")
                            .doesNotContain("Physiotherapy"))
                    .anySatisfy(mail -> assertThat(mail).startsWith("email anna@example.org"));
            assertThat(clinic.texts("""
                    select actor_name || ' ' || (detail -> 0 ->> 'Time') from __tenant__.audit_entry where action = 'waitlist-offered'""")).hasSize(3).containsOnly("Waitlist 2026-11-23 09:30 +00:00");
        });
    }

    @Test
    void whenTheirTimeIsOverTheNextAreAskedAndNobodyTwice() {
        inNorth(() -> {
            var at = waiters.practice();
            for (var name : List.of("Anna", "Bob", "Cleo", "Dan", "Eve")) {
                waiters.waiter(at, name);
            }
            waiters.comesFree(at, "09:30");
            assertThat(waiters.queue()).containsExactly(clock.instant().plus(ROUND));
            assertThat(waiters.offers()).hasSize(3);

            waiters.pass(ROUND.minusSeconds(1));
            assertThat(waiters.offers()).hasSize(3);
            waiters.pass(Duration.ofSeconds(1));
            assertThat(waiters.offers()).hasSize(5).endsWith("Dan Mon 09:30", "Eve Mon 09:30");
            waiters.pass(ROUND);
            waiters.pass(ROUND);
            assertThat(waiters.offers()).hasSize(5);
            assertThat(waiters.queue()).as("nobody is left").isEmpty();
        });
    }

    @Test
    void theClinicSaysHowLongARoundIs() {
        inNorth(() -> {
            assertThat(rounds.change(60, 0, ROSA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(rounds.change(60, 0, ROSA)).as("the same again").isInstanceOf(SetupResult.Saved.class);
            assertThat(rounds.change(20, 0, ROSA)).isInstanceOf(SetupResult.Meanwhile.class);
            var at = waiters.practice();
            waiters.waiter(at, "Anna");

            waiters.comesFree(at, "09:30");

            assertThat(waiters.queue()).containsExactly(clock.instant().plus(Duration.ofHours(1)));
        });
    }

    @Test
    void aCancellationThatIsUndoneOffersNothing() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            var zoe = waiters.person("Zoe");
            var booked = waiters.book(at, zoe, "09:30");
            waiters.cancel(zoe, booked);
            waiters.pass(UNDO.minusSeconds(1));
            assertThat(waiters.offers()).isEmpty();
            assertThat(booking.restore(zoe, booked)).isInstanceOf(Changing.Done.class);

            waiters.pass(UNDO);

            assertThat(waiters.offers()).isEmpty();
            assertThat(waiters.queue()).isEmpty();
        });
    }

    @Test
    void aTimeThatIsMovedAwayFromAndOneThatIsNoLongerBlockedAreOfferedToo() {
        inNorth(() -> {
            var at = waiters.practice();
            var zoe = waiters.person("Zoe");
            var booked = waiters.book(at, zoe, "09:30");
            var anna = waiters.waiter(at, "Anna", only(DayOfWeek.MONDAY));
            var to = new WantedTime(at.service(), at.pia(), at.location(), at("15:00"));
            assertThat(booking.move(zoe, booked, to)).isInstanceOf(Changing.Done.class);
            waiters.pass(UNDO);
            assertThat(waiters.offers()).containsExactly("Anna Mon 09:30");

            clinic.inTransaction(() -> {
                events.publishEvent(new TimeFreed(at.pia(), at("12:00"), at("13:00"), null));
                return 0;
            });
            waiters.pass(UNDO);
            assertThat(waiters.offers()).containsExactly("Anna Mon 09:30", "Anna Mon 12:00");
            assertThat(waiters.offered(anna).standing()).isEqualTo(Standing.FIRST_TO_ANSWER);
        });
    }

    @Test
    void whoGaveATimeBackIsNotOfferedIt() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            var booked = waiters.book(at, anna, "09:30");
            waiters.cancel(anna, booked);

            waiters.pass(UNDO);

            assertThat(waiters.offers()).isEmpty();
        });
    }

    @Test
    void nothingIsOfferedWithinTheNoticeOrOfAServiceThatPatientsNoLongerBook() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            clinic.run("update __tenant__.service set cancel_until_minutes = 60");
            clock.set(at("08:30"));
            waiters.comesFree(at, "11:00");
            assertThat(waiters.offers()).as("more than two hours ahead").hasSize(1);
            clinic.run("""
                    insert into __tenant__.blocked_time (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                    values (%s, '2026-11-23T12:15Z', '2026-11-23T14:00Z', '', now(), 'Rosa', 0)""".formatted(at.pia()));
            clock.set(at("09:40"));
            var yuri = waiters.person("Yuri");
            var early = waiters.book(at, yuri, "11:45");
            clock.set(at("09:58"));
            waiters.cancel(yuri, early);
            waiters.pass(UNDO);
            assertThat(waiters.offers()).as("less than two hours ahead").hasSize(1);
            var zoe = waiters.person("Zoe");
            var booked = waiters.book(at, zoe, "15:00");
            clinic.run("update __tenant__.service set online = false");
            waiters.cancel(zoe, booked);
            waiters.pass(UNDO);
            assertThat(waiters.offers()).as("no longer online").hasSize(1);
        });
    }

    @Test
    void inQuietHoursTheRoundWaitsUntilTheyAreOver() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            clock.set(at("22:00").minus(Duration.ofDays(1)));

            waiters.comesFree(at, "12:00");
            assertThat(waiters.offers()).isEmpty();
            assertThat(waiters.queue()).containsExactly(at("08:00"));

            clock.set(at("08:00"));
            waiters.work();
            assertThat(waiters.offers()).containsExactly("Anna Mon 12:00");
        });
    }

    @Test
    void withTheSectionOffNothingIsOffered() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            var zoe = waiters.person("Zoe");
            waiters.cancel(zoe, waiters.book(at, zoe, "09:30"));
            portal.switchTo(ROSA, false);

            waiters.pass(UNDO);

            assertThat(waiters.offers()).isEmpty();
            assertThat(waiters.queue()).isEmpty();
            portal.switchTo(ROSA, true);
        });
    }

    @Test
    void wherePatientsMayNotBookOnlineNothingIsOfferedAndNobodyCanBeginToWait() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            var zoe = waiters.person("Zoe");
            waiters.cancel(zoe, waiters.book(at, zoe, "09:30"));
            clinic.run("insert into __tenant__.booking_settings (patients_book) values (false)");

            waiters.pass(UNDO);

            assertThat(waiters.offers()).isEmpty();
            assertThat(waitlist.choices(at.service())).isEmpty();
        });
    }

    @Test
    void whereSomebodyBooksItMeanwhileTheRoundsEndAndOneWhoDecidesIsWaitedFor() {
        inNorth(() -> {
            var at = waiters.practice();
            for (var name : List.of("Anna", "Bob", "Cleo", "Dan")) {
                waiters.waiter(at, name);
            }
            waiters.comesFree(at, "09:30");
            clock.advance(ROUND.minusMinutes(1));
            var zoe = waiters.person("Zoe");
            var wanted = new WantedTime(at.service(), at.pia(), at.location(), at("09:30"));
            booking.hold(zoe, wanted, UUID.randomUUID());
            waiters.pass(Duration.ofMinutes(1));
            assertThat(waiters.offers()).hasSize(3);
            assertThat(waiters.queue())
                    .as("when the hold runs out")
                    .containsExactly(clock.instant().plus(Duration.ofMinutes(4)));

            waiters.pass(Duration.ofMinutes(4));
            assertThat(waiters.offers()).hasSize(4).endsWith("Dan Mon 09:30");
            waiters.book(at, zoe, "09:30");
            waiters.pass(ROUND);
            assertThat(waiters.queue()).isEmpty();
        });
    }

    @Test
    void noneIsOfferedWhatOnesAccessAddressOrLastDayDoesNotAllow() {
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waits(at, practice.patient("Anna"), anyTime());
            var bob = waiters.waiter(at, "Bob");
            clinic.run("update __tenant__.access_grant set scope = '{money}' where account_id = "
                    + bob.viewer().account());
            waiters.waiter(
                    at,
                    "Cleo",
                    new Wish(
                            null,
                            null,
                            EnumSet.allOf(DayOfWeek.class),
                            EnumSet.allOf(DayPart.class),
                            Practice.MONDAY.minusDays(1)));
            waiters.waiter(at, "Dan");

            waiters.comesFree(at, "09:30");

            assertThat(waiters.offers())
                    .as("no address, no access, too late, fine")
                    .containsExactly("Dan Mon 09:30");
        });
    }

    @Test
    void aTextGoesWhereOnlyAMobileIsKnown() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            waiters.address(anna, "mobile", "+447700900123");
            waiters.waits(at, anna, anyTime());

            waiters.comesFree(at, "09:30");

            assertThat(waiters.messages())
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .startsWith("sms +447700900123")
                            .contains("a time has come free on", "09:30 at High Street", "/appointments/offers/"));
        });
    }

    @Test
    void anOfferThatWaitedForItsCarrierIsNotSentOnceItIsOverNorAtNight() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = waiters.waiter(at, "Anna");
            var holds = conditions.stream()
                    .filter(one -> one.kind().equals(OfferMessages.KIND))
                    .findFirst()
                    .orElseThrow();
            waiters.comesFree(at, "15:00");
            String ref = waiters.offered(anna).reference().value();

            assertThat(clinic.inTransaction(() -> holds.holds(ref))).isTrue();
            assertThat(clinic.inTransaction(() -> holds.notBefore(ref))).isEmpty();
            clock.set(at("03:00"));
            assertThat(clinic.inTransaction(() -> holds.notBefore(ref))).contains(at("08:00"));
            clock.set(at("13:01"));
            assertThat(clinic.inTransaction(() -> holds.holds(ref)))
                    .as("within the notice")
                    .isFalse();
            clock.set(at("08:00"));
            waiters.book(at, waiters.person("Zoe"), "15:00");
            assertThat(clinic.inTransaction(() -> holds.holds(ref))).as("gone").isFalse();
        });
    }

    @Test
    void whoWaitsInAnotherClinicIsOfferedNothing() {
        inSouth(() -> waiters.waiter(waiters.practice(), "Sora"));
        inNorth(() -> {
            var at = waiters.practice();
            waiters.waiter(at, "Anna");
            waiters.comesFree(at, "09:30");
            assertThat(waiters.offers()).hasSize(1);
        });
        inSouth(() -> {
            assertThat(waiters.offers()).isEmpty();
            assertThat(waiters.messages()).isEmpty();
            assertThat(desk.list()).hasSize(1);
        });
    }
}
