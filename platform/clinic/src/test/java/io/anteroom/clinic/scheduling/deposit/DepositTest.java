package io.anteroom.clinic.scheduling.deposit;

import static io.anteroom.clinic.scheduling.appointment.AppointmentState.AWAITING_PAYMENT;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.BOOKED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.CANCELLED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.EXPIRED;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Money;
import io.anteroom.stripeemulator.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepositTest extends DepositFixture {

    @Test
    void aTimeWaitsForItsDepositAndIsBookedOnceThatIsPaid() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");

            var reference = waiting(anna, "09:00");
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.DUE);
            assertThat(hold(bob, "09:00")).isEqualTo(new Holding.Taken());
            assertThat(appointments.in(anna).ahead()).hasSize(1);
            assertThat(appointments.in(anna).next())
                    .as("its deposit is soon too late")
                    .map(Appointment::state)
                    .contains(AWAITING_PAYMENT);

            pays(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            reconciles(anna, reference);
            reconciles(anna, reference);

            assertThat(state(anna, reference)).isEqualTo(BOOKED);
            assertThat(find(anna, reference).bookedAt()).isEqualTo(clock.instant());
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.PAID);
            assertThat(kept()).isEqualTo(2_000);
            assertThat(audited())
                    .containsExactly(
                            "appointment-awaits-deposit", "payment-started", "appointment-booked", "deposit-paid");
        });
        inSouth(() -> assertThat(clinic.sql("select count(*) from __tenant__.appointment"))
                .isZero());
    }

    @Test
    void theSameFormSentAgainLeadsToTheSameDeposit() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            later(Duration.ofMinutes(1));

            assertThat(booking.book(anna, reference, "again"))
                    .isEqualTo(new Booking.ToPay(reference, clock.instant().plus(Duration.ofMinutes(29))));
            assertThat(begins(anna, reference)).isEqualTo(begins(anna, reference));
            assertThat(attempts(anna, reference)).hasSize(1);
        });
    }

    @Test
    void whatIsNotPaidInHalfAnHourIsFreeAndItsPageClosed() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var bob = practice.patient("Bob");
            var reference = waiting(anna, "09:00");
            begins(anna, reference);
            later(Duration.ofMinutes(29));
            lapses(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);

            later(Duration.ofMinutes(1));
            assertThat(hold(bob, "09:00")).as("until it is certain").isEqualTo(new Holding.Taken());
            assertThat(begins(anna, reference)).isEqualTo(new CheckoutStart.Refused(Reason.NOT_OPEN));
            lapses(anna, reference);

            assertThat(state(anna, reference)).isEqualTo(EXPIRED);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.LAPSED);
            payOnThePage(anna, reference);
            assertThat(charges()).isZero();
            assertThat(hold(bob, "09:00")).isInstanceOf(Holding.Held.class);
            assertThat(audited()).endsWith("appointment-without-deposit");
        });
    }

    @Test
    void afterHalfAnHourTheSameTimeCanBeTakenAnewIfItIsFree() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            begins(anna, reference);
            later(Duration.ofMinutes(30));
            lapses(anna, reference);

            booking.book(anna, reference, null);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            pays(anna, reference);
            reconciles(anna, reference);

            assertThat(state(anna, reference)).isEqualTo(BOOKED);
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void whoPaidInTheLastMomentHasTheAppointment() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            pays(anna, reference);
            later(Duration.ofMinutes(31));
            lapses(anna, reference);

            assertThat(state(anna, reference)).isEqualTo(BOOKED);
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void aTimeIsKeptAsLongAsStripeDoesNotSayWhetherItWasPaid() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            pays(anna, reference);
            later(Duration.ofMinutes(31));
            stripe.fail(".*checkout/sessions/.*", Fault.LOST_BEFORE, 100);
            lapses(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            assertThat(pointers())
                    .contains("deposit-lapse:" + find(anna, reference).id());

            stripe.heal();
            lapses(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(BOOKED);
        });
    }

    @Test
    void aBankThatTakesDaysKeepsTheTimeUntilItSays() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            begins(anna, reference);
            stripe.payByDebit(account, page(anna, reference).getFirst());
            reconciles(anna, reference);
            later(Duration.ofMinutes(31));
            lapses(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(AWAITING_PAYMENT);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.CHECKING);

            var intent =
                    stripe.all(account, "payment_intent").getFirst().get("id").asString();
            stripe.settleDebit(account, intent, false);
            lapses(anna, reference);
            lapses(anna, reference);
            assertThat(state(anna, reference)).isEqualTo(EXPIRED);
        });
    }

    @Test
    void aTimeIsGivenUpAtOnceUnlessItWasPaid() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var unpaid = waiting(anna, "09:00");
            begins(anna, unpaid);
            assertThat(deposits.giveUp(find(anna, unpaid), anna.actor())).isTrue();
            assertThat(state(anna, unpaid)).isEqualTo(EXPIRED);
            payOnThePage(anna, unpaid);
            assertThat(charges()).isZero();

            var paid = waiting(anna, "10:00");
            pays(anna, paid);
            deposits.giveUp(find(anna, paid), anna.actor());
            assertThat(state(anna, paid)).isEqualTo(BOOKED);
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void moneyForATimeThatIsGoneIsGivenBack() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = waiting(anna, "09:00");
            pays(anna, reference);
            // As no path of the application leads to: the time is gone and its page was never closed.
            clinic.run("update __tenant__.appointment set state = 'expired'");

            reconciles(anna, reference);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.FOR_PEOPLE);
            givesBack(anna, reference);

            assertThat(state(anna, reference)).isEqualTo(EXPIRED);
            assertThat(kept()).isZero();
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNED);
            assertThat(payments.needingAttention()).isEmpty();
        });
    }

    @Test
    void aMovedAppointmentTakesItsDepositAlongAndNeverPaysAgain() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "15:00");

            assertThat(booking.move(anna, reference, new WantedTime(service, pia, location, at("16:00"))))
                    .isInstanceOf(Changing.Done.class);

            assertThat(state(anna, reference)).isEqualTo(BOOKED);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.PAID);
            assertThat(begins(anna, reference)).isEqualTo(new CheckoutStart.Refused(Reason.NOT_OPEN));
            assertThat(charges()).isEqualTo(1);
        });
    }

    @Test
    void whoCancelsInTimeGetsItBackOnceTheCancellationStands() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "15:00");
            later(Duration.ofHours(1));
            booking.cancel(anna, reference);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNING);
            givesBack(anna, reference);
            assertThat(kept()).as("it may yet be taken back").isEqualTo(2_000);

            later(Duration.ofMinutes(3));
            givesBack(anna, reference);
            givesBack(anna, reference);

            assertThat(kept()).isZero();
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNED);
            assertThat(audited()).containsOnlyOnce("deposit-return-asked").containsOnlyOnce("deposit-returned");
        });
    }

    @Test
    void whatWasGivenBackAndDidNotArriveIsForPeopleAndThePatientIsTold() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            clinic.run("update __tenant__.patient set email = 'anna@example.org'");
            var reference = booked(anna, "15:00");
            later(Duration.ofHours(1));
            booking.cancel(anna, reference);
            later(Duration.ofMinutes(3));
            givesBack(anna, reference);
            var refund = stripe.all(account, "refund").getFirst().get("id").asString();
            stripe.money().endRefund(account, refund, "failed");
            attempts(anna, reference).forEach(payment -> payments.reconcileAfterSuccess(payment.id()));

            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.FOR_PEOPLE);
            assertThat(payments.needingAttention()).hasSize(1);
            assertThat(audited()).containsOnlyOnce("deposit-returned").endsWith("refund-returned");
            assertThat(clinic.texts("select content::text from __tenant__.message where about_kind = 'appointment'"))
                    .anySatisfy(mail -> assertThat(mail)
                            .contains("Your bank could not take the money back")
                            .contains("£20.00 of your deposit"));

            assertThat(deposits.giveBack(find(anna, reference).id(), ROSA)).isTrue();
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNING);
            givesBack(anna, reference);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNED);
            assertThat(payments.needingAttention()).isEmpty();
        });
    }

    @Test
    void aCancellationTakenBackKeepsTheDepositWithTheAppointment() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "15:00");
            later(Duration.ofHours(1));
            booking.cancel(anna, reference);
            later(Duration.ofMinutes(2));
            booking.restore(anna, reference);
            later(Duration.ofMinutes(5));
            givesBack(anna, reference);
            assertThat(kept()).isEqualTo(2_000);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.PAID);

            booking.cancel(anna, reference);
            givesBack(anna, reference);
            assertThat(kept())
                    .as("the work of the first cancellation comes early")
                    .isEqualTo(2_000);
            assertThat(pointers())
                    .contains("deposit-return:" + find(anna, reference).id());
            later(Duration.ofMinutes(3));
            givesBack(anna, reference);
            assertThat(kept()).isZero();
        });
    }

    @Test
    void aBookingUndoneWithinMinutesGivesItBackWhateverTheNotice() {
        inNorth(() -> {
            clinic.run("update __tenant__.service set cancel_until_minutes = 43200");
            var anna = practice.patient("Anna");
            var reference = booked(anna, "09:00");
            later(Duration.ofMinutes(2));
            assertThat(booking.cancel(anna, reference)).isInstanceOf(Changing.Done.class);
            later(Duration.ofMinutes(3));
            givesBack(anna, reference);

            assertThat(kept()).isZero();
        });
    }

    @Test
    void theRuleIsTheOneThatWasAgreedWhateverTheServiceSaysLater() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "15:00");
            clinic.run("update __tenant__.service set cancel_until_minutes = 43200, deposit_minor = 9900");
            later(Duration.ofHours(1));
            booking.cancel(anna, reference);
            later(Duration.ofMinutes(3));
            givesBack(anna, reference);

            assertThat(find(anna, reference).rules().deposit()).isEqualTo(DEPOSIT);
            assertThat(kept()).isZero();
        });
    }

    @Test
    void whatTheClinicCancelsIsGivenBackHoweverLate() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "09:00");
            clock.set(at("08:00"));
            assertThat(cancelledByStaff(anna, reference, false)).isEqualTo(CANCELLED);
            later(Duration.ofMinutes(3));
            givesBack(anna, reference);

            assertThat(kept()).isZero();
        });
    }

    @Test
    void whoCallsTooLateLosesItWhereStaffSaySoAndOnlyThen() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var late = booked(anna, "09:00");
            var inTime = booked(anna, "16:00");
            clock.set(at("16:00").minus(Duration.ofDays(1)).minusSeconds(60));
            cancelledByStaff(anna, late, true);
            cancelledByStaff(anna, inTime, true);
            later(Duration.ofMinutes(3));
            givesBack(anna, late);
            givesBack(anna, inTime);

            assertThat(deposit(anna, late)).isEqualTo(DepositStanding.State.KEPT);
            assertThat(deposit(anna, inTime)).as("by what was agreed").isEqualTo(DepositStanding.State.RETURNED);
            assertThat(kept()).isEqualTo(2_000);
        });
    }

    @Test
    void whoDoesNotComeLosesItUnlessStaffGiveItBack() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var reference = booked(anna, "09:00");
            clock.set(at("09:20"));
            desk.miss(find(anna, reference).id(), find(anna, reference).version(), ROSA);
            givesBack(anna, reference);
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.KEPT);

            assertThat(deposits.giveBack(find(anna, reference).id(), ROSA)).isTrue();
            assertThat(deposits.giveBack(find(anna, reference).id(), ROSA)).isTrue();
            assertThat(deposit(anna, reference)).isEqualTo(DepositStanding.State.RETURNING);
            givesBack(anna, reference);

            assertThat(kept()).isZero();
            assertThat(deposits.giveBack(find(anna, reference).id(), ROSA))
                    .as("nothing is left")
                    .isFalse();
            assertThat(audited()).containsOnlyOnce("deposit-return-asked");
        });
        inSouth(() -> assertThat(deposits.giveBack(new AppointmentId(1), ROSA)).isFalse());
    }

    @Test
    void staffBookWithoutADeposit() {
        inNorth(() -> {
            var patient = clinic.patient("Anna");
            var answer = desk.book(
                    new DeskBooking(UUID.randomUUID(), patient, service, pia, location, at("09:00"), false, null),
                    ROSA);

            var booked = ((DeskAnswer.Done) answer).appointment();
            assertThat(booked.state()).isEqualTo(BOOKED);
            assertThat(booked.rules().deposit()).isNull();
            assertThat(deposits.of(booked)).isEmpty();
        });
    }

    @Test
    void yenArePaidAsYen() {
        inSouth(() -> {
            var hana = practice.patient("Hana");
            var held = (Holding.Held)
                    booking.hold(hana, new WantedTime(service, pia, location, at("09:00")), UUID.randomUUID());
            booking.book(hana, held.reference(), null);
            begins(hana, held.reference());

            assertThat(attempts(hana, held.reference()))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.amount()).isEqualTo(Money.of(3_000, "JPY")));
        });
    }

    private AppointmentState cancelledByStaff(VisibleChart chart, Reference reference, boolean keep) {
        var appointment = find(chart, reference);
        var answer = desk.cancel(appointment.id(), appointment.version(), null, keep, ROSA);
        return ((DeskAnswer.Done) answer).appointment().state();
    }

    private Holding hold(VisibleChart chart, String time) {
        return hold(chart, at(time));
    }

    private Holding hold(VisibleChart chart, Instant start) {
        return booking.hold(chart, new WantedTime(service, pia, location, start), UUID.randomUUID());
    }
}
