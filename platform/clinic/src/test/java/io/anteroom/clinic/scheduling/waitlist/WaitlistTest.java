package io.anteroom.clinic.scheduling.waitlist;

import static io.anteroom.clinic.scheduling.waitlist.Waiters.anyTime;
import static io.anteroom.clinic.scheduling.waitlist.Waiters.only;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class WaitlistTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Waiters waiters;

    @Autowired
    Waitlist waitlist;

    @Autowired
    WaitlistDesk desk;

    @Autowired
    TestClock clock;

    @Test
    void oneFormAsksOnceHoweverOftenItIsSentAndOneWaitsForAServiceOnce() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            var form = UUID.randomUUID();

            var joined = waitlist.join(anna, at.service(), only(DayPart.MORNING), form);
            assertThat(joined).isInstanceOf(Joining.Joined.class);
            assertThat(waitlist.join(anna, at.service(), only(DayPart.MORNING), form))
                    .isEqualTo(joined);
            var entry = ((Joining.Joined) joined).entry();
            assertThat(waitlist.join(anna, at.service(), anyTime(), UUID.randomUUID()))
                    .isEqualTo(new Joining.Already(entry));

            assertThat(waitlist.of(anna)).singleElement().satisfies(one -> {
                assertThat(one.wish()).isEqualTo(only(DayPart.MORNING));
                assertThat(one.serviceName()).isEqualTo("Physiotherapy");
                assertThat(one.patientName()).isEqualTo("Anna Lee");
            });
            assertThat(audited())
                    .containsExactly(
                            "waitlist-joined Anna Lee not waiting > Mon Tue Wed Thu Fri Sat Sun, morning, until"
                                    + " 2026-12-23, anyone, anywhere");
        });
    }

    @Test
    void aWishIsChangedAndThePlaceOnTheListStays() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            var entry = waiters.waits(at, anna, only(DayPart.MORNING));
            var since = waitlist.of(anna).getFirst().since();
            clock.advance(Duration.ofDays(1));
            var wish = new Wish(
                    at.pia(), at.location(), Set.of(DayOfWeek.MONDAY), Set.of(DayPart.EVENING), Practice.MONDAY);

            assertThat(waitlist.change(anna, entry, wish)).isTrue();
            assertThat(waitlist.change(anna, entry, wish)).as("the same again").isTrue();

            assertThat(waitlist.of(anna)).singleElement().satisfies(one -> {
                assertThat(one.wish()).isEqualTo(wish);
                assertThat(one.since()).isEqualTo(since);
                assertThat(one.practitionerName()).isEqualTo("Pia");
            });
            assertThat(audited()).hasSize(2);
            assertThat(audited().getLast())
                    .isEqualTo(
                            "waitlist-changed Anna Lee Mon Tue Wed Thu Fri Sat Sun, morning, until 2026-12-23, anyone,"
                                    + " anywhere > Mon, evening, until 2026-11-23, Pia, High Street");
        });
    }

    @Test
    void whoLeavesOrIsTakenOffWaitsNoLongerAndMayBeginAnew() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            var first = waiters.waits(at, anna, anyTime());
            waitlist.leave(anna, first);
            waitlist.leave(anna, first);
            assertThat(waitlist.of(anna)).isEmpty();
            assertThat(waitlist.change(anna, first, only(DayPart.MORNING))).isFalse();

            var second = waiters.waits(at, anna, anyTime());
            desk.remove(second, Clinic.ROSA);
            desk.remove(second, Clinic.ROSA);
            assertThat(waitlist.of(anna)).isEmpty();
            assertThat(desk.list()).isEmpty();
            assertThat(desk.over()).extracting(WaitlistDesk.Over::because).containsExactly(Ending.REMOVED, Ending.LEFT);
            assertThat(
                            clinic.texts(
                                    "select action from __tenant__.audit_entry where subject_kind = 'waitlist-entry' order by id"))
                    .containsExactly("waitlist-joined", "waitlist-left", "waitlist-joined", "waitlist-removed");
        });
    }

    @Test
    void theLastDayAndTheEndOfAccessEndIt() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var cleo = practice.patient("Cleo");
            waiters.waits(
                    at, anna, new Wish(null, null, Set.of(DayOfWeek.MONDAY), Set.of(DayPart.MORNING), Practice.MONDAY));
            waiters.waits(at, bob, anyTime());
            waiters.waits(at, cleo, anyTime());
            assertThat(desk.list()).hasSize(3);

            clock.set(Practice.at("23:30"));
            assertThat(desk.list()).as("on the last day itself").hasSize(3);
            clock.set(Practice.at("23:30").plus(Duration.ofHours(1)));
            clinic.run("update __tenant__.access_grant set expires_at = '2026-11-23T23:00Z' where account_id = "
                    + bob.viewer().account());
            clinic.run("update __tenant__.access_grant set scope = '{money}' where account_id = "
                    + cleo.viewer().account());

            assertThat(desk.list()).isEmpty();
            assertThat(waitlist.of(anna)).isEmpty();
        });
    }

    @Test
    void nobodySeesWhatOthersWaitFor() {
        inSouth(() -> {
            var at = waiters.practice();
            waiters.waits(at, practice.patient("Sora"), anyTime());
        });
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            var entry = waiters.waits(at, anna, anyTime());
            var patient = anna.actingFor().orElseThrow().id();
            var other = practice.chart(practice.account(patient, "full", "bookings"), patient);
            var bob = practice.patient("Bob");

            for (var stranger : new VisibleChart[] {other, bob}) {
                assertThat(waitlist.of(stranger)).isEmpty();
                assertThat(waitlist.find(stranger, entry)).isEmpty();
                assertThat(waitlist.change(stranger, entry, only(DayPart.EVENING)))
                        .isFalse();
                waitlist.leave(stranger, entry);
            }
            assertThat(waitlist.of(anna)).hasSize(1);
            assertThat(desk.list()).hasSize(1);
        });
        inSouth(() -> assertThat(desk.list())
                .singleElement()
                .satisfies(one -> assertThat(one.entry().patientName()).isEqualTo("Sora Lee")));
    }

    @Test
    void onlyWhatOneMayBookCanBeWaitedFor() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            assertThat(join(practice.patient("Bob", "full", "money"), at, anyTime()))
                    .isEqualTo(new Joining.NotOffered());
            var newcomer = practice.chart(
                    new AccountId(clinic.sql(
                            "insert into __tenant__.portal_account (created_at) values (now()) returning id")),
                    null);
            assertThat(join(newcomer, at, anyTime())).isEqualTo(new Joining.NotOffered());
            assertThat(join(anna, at, wish(new PractitionerId(77), null))).isEqualTo(new Joining.NotOffered());
            assertThat(join(anna, at, wish(null, new LocationId(77)))).isEqualTo(new Joining.NotOffered());
            var yesterday = new Wish(
                    null, null, Set.of(DayOfWeek.MONDAY), Set.of(DayPart.MORNING), Practice.MONDAY.minusDays(3));
            assertThat(join(anna, at, yesterday)).isEqualTo(new Joining.NotOffered());
            clinic.run("update __tenant__.service set online = false");
            assertThat(join(anna, at, anyTime())).isEqualTo(new Joining.NotOffered());
        });
    }

    @Test
    void oneWaitsForTenThingsAtMost() {
        inNorth(() -> {
            var at = waiters.practice();
            var anna = practice.patient("Anna");
            for (int i = 0; i < Waitlist.MOST; i++) {
                waiters.waits(another(at), anna, anyTime());
            }

            assertThat(join(anna, at, anyTime())).isEqualTo(new Joining.TooMany(Waitlist.MOST));
        });
    }

    private Waiters.Setting another(Waiters.Setting at) {
        var service = practice.service(at.location());
        clinic.run("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (%s, %s)"
                .formatted(service, at.pia()));
        return new Waiters.Setting(at.location(), service, at.pia());
    }

    private Joining join(VisibleChart who, Waiters.Setting at, Wish wish) {
        return waitlist.join(who, at.service(), wish, UUID.randomUUID());
    }

    private static Wish wish(@Nullable PractitionerId practitioner, @Nullable LocationId location) {
        return new Wish(practitioner, location, Set.of(DayOfWeek.MONDAY), Set.of(DayPart.MORNING), Practice.MONDAY);
    }

    private List<String> audited() {
        return clinic.texts("""
                select action || ' ' || (select btrim(p.given_name || ' ' || p.family_name) from __tenant__.patient p where p.id = patient_id)
                       || ' ' || (detail -> 0 ->> 'Before') || ' > ' || (detail -> 1 ->> 'After')
                  from __tenant__.audit_entry where subject_kind = 'waitlist-entry' order by id""");
    }
}
