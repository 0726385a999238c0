package io.anteroom.clinic.scheduling.deposit;

import static io.anteroom.clinic.scheduling.appointment.AppointmentState.AWAITING_PAYMENT;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.BOOKED;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.waitlist.Accepting;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.clinic.scheduling.waitlist.Joining;
import io.anteroom.clinic.scheduling.waitlist.OfferedTime;
import io.anteroom.clinic.scheduling.waitlist.Standing;
import io.anteroom.clinic.scheduling.waitlist.Waitlist;
import io.anteroom.clinic.scheduling.waitlist.WaitlistOffers;
import io.anteroom.clinic.scheduling.waitlist.Wish;
import io.anteroom.testing.Tenants;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anna and Bob wait for a time that asks for a deposit. It is Saturday; the time that comes free is on Monday at half past nine. */
class OfferedForADepositTest extends DepositFixture {

    @Autowired
    Waitlist waitlist;

    @Autowired
    WaitlistOffers offers;

    @Test
    void whoAcceptsFirstHasItOnceTheDepositIsPaid() {
        inNorth(() -> {
            var anna = waiter("Anna");
            var bob = waiter("Bob");
            comesFree();
            var annas = offer(anna);
            var bobs = offer(bob);
            assertThat(annas.deposit()).isEqualTo(DEPOSIT);

            var reference = accepts(anna, annas);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            assertThat(accepts(anna, annas)).as("the same again").isEqualTo(reference);
            assertThat(again(anna, annas).standing()).isEqualTo(Standing.TO_PAY);
            assertThat(offers.open(anna)).isEmpty();
            assertThat(waitlist.of(anna)).as("until it is paid").hasSize(1);
            assertThat(offers.accept(bob, bobs.reference())).isEqualTo(new Accepting.Gone());
            assertThat(again(bob, bobs).standing()).isEqualTo(Standing.GONE);

            pays(anna, reference);
            reconciles(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(BOOKED);
            assertThat(again(anna, annas).standing()).isEqualTo(Standing.BOOKED);
            assertThat(waitlist.of(anna)).isEmpty();
            assertThat(waitlist.of(bob)).hasSize(1);
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void whoDoesNotPayLeavesItToTheOthersAndKeepsThePlace() {
        inNorth(() -> {
            var anna = waiter("Anna");
            var bob = waiter("Bob");
            comesFree();
            var annas = offer(anna);
            var bobs = offer(bob);
            var reference = accepts(anna, annas);
            begins(anna, reference);
            assertThat(offers.decline(anna, annas.reference())).isTrue();
            assertThat(again(anna, annas).standing()).as("nothing to decline").isEqualTo(Standing.TO_PAY);

            later(Duration.ofMinutes(30));
            lapses(anna, reference);
            assertThat(again(bob, bobs).open()).isTrue();
            assertThat(waitlist.of(anna)).hasSize(1);
            later(Duration.ofMinutes(3));
            rounds();
            assertThat(offers.open(bob)).as("told once more").hasSize(2);
            assertThat(offers.open(anna)).as("it was hers").hasSize(1);

            var bobsOwn = accepts(bob, bobs);
            pays(bob, bobsOwn);
            reconciles(bob, bobsOwn);
            assertThat(state(bob, bobsOwn)).isEqualTo(BOOKED);
            assertThat(offers.accept(anna, annas.reference())).isEqualTo(new Accepting.Gone());
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void theMailSaysWhatIsToPay() {
        inNorth(() -> {
            waiter("Anna");
            comesFree();

            assertThat(clinic.texts("select content::text from __tenant__.message where about_kind = 'waitlist-offer'"))
                    .singleElement()
                    .asString()
                    .contains("\u00a320.00, by card when you book");
        });
    }

    private VisibleChart waiter(String name) {
        var person = practice.patient(name);
        clinic.run("""
                insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)
                values (%s, 'email', '%s@example.org', now(), 'test', now())""".formatted(person.viewer().account(), name));
        later(Duration.ofSeconds(1));
        var wish = new Wish(
                null, null, EnumSet.allOf(DayOfWeek.class), EnumSet.allOf(DayPart.class), Practice.MONDAY.plusDays(30));
        assertThat(waitlist.join(person, service, wish, UUID.randomUUID())).isInstanceOf(Joining.Joined.class);
        return person;
    }

    private void comesFree() {
        var zoe = practice.patient("Zoe");
        // Her deposit is not what this is about: she booked before there was one.
        clinic.run("update __tenant__.service set deposit_minor = null");
        var held = booking.hold(zoe, new WantedTime(service, pia, location, Practice.at("09:30")), UUID.randomUUID());
        var reference = ((Holding.Held) held).reference();
        booking.book(zoe, reference, null);
        clinic.run("update __tenant__.service set deposit_minor = 2000");
        assertThat(booking.cancel(zoe, reference)).isInstanceOf(Changing.Done.class);
        later(Duration.ofMinutes(3));
        rounds();
    }

    /** The worker offers what is due to be offered. */
    private void rounds() {
        Tenants.superuser()
                .sql("""
                        delete from control.scheduled_tasks where task_instance like :like and execution_time <= :now
                        returning split_part(task_instance, ':waitlist-round:', 2)""")
                .param("like", "%" + north().id() + ":waitlist-round:%")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(ref -> work("waitlist-round", ref));
    }

    private OfferedTime offer(VisibleChart who) {
        assertThat(offers.open(who)).hasSize(1);
        return offers.open(who).getFirst();
    }

    private OfferedTime again(VisibleChart who, OfferedTime offer) {
        return offers.find(who, offer.reference()).orElseThrow();
    }

    private Reference accepts(VisibleChart who, OfferedTime offer) {
        var answer = offers.accept(who, offer.reference());
        assertThat(answer).isInstanceOf(Accepting.Booked.class);
        return ((Accepting.Booked) answer).appointment();
    }
}
