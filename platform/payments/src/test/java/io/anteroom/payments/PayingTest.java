package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayingTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Test
    void aPaymentIsCreditedOnceAndBothClinicsKeepApart() {
        String northAccount = connect(north());
        String southAccount = connect(south());
        PayableRef northBill = bill(north(), "1", DUE);
        PayableRef southBill = bill(south(), "1", Money.of(8450, "JPY"));
        PaymentId northPayment = begun(north(), northBill, DUE);
        PaymentId southPayment = begun(south(), southBill, Money.of(8450, "JPY"));

        pay(north(), northAccount, northPayment, TestCard.VISA);
        Payment paid = reconciled(north(), northPayment);
        reconciled(north(), northPayment);

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.card()).isEqualTo("visa 4242");
        assertThat(paid.settledAt()).isEqualTo(clock.instant());
        assertThat(settled(north(), northBill)).containsExactly(new Bills.Settled(northPayment.toString(), 8450));
        assertThat(settled(south(), southBill)).isEmpty();
        assertThat(in(south(), () -> payments.find(northPayment))).isEmpty();
        assertThat(in(south(), () -> payments.reconcile(northPayment))).isEmpty();
        assertThat(reconciled(south(), southPayment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(charges(southAccount)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"JPY, 8450, 8450", "KWD, 8450, 8450", "GBP, 8450, 8450", "UGX, 8450, 845000"})
    void stripeIsAskedForExactlyTheAmount(String currency, long minor, long atStripe) {
        String account = connect(south());
        Money amount = Money.of(minor, currency);
        PayableRef bill = bill(south(), "1", amount);
        PaymentId payment = begun(south(), bill, amount);

        pay(south(), account, payment, TestCard.VISA);

        assertThat(stripe.all(account, "charge").getFirst().get("amount").asLong())
                .isEqualTo(atStripe);
        assertThat(reconciled(south(), payment).amount()).isEqualTo(amount);
        assertThat(settled(south(), bill)).containsExactly(new Bills.Settled(payment.toString(), minor));
    }

    @Test
    void whatCannotBePaidIsRefusedBeforeStripeIsAsked() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PayableRef dinars = bill(north(), "2", Money.of(8455, "KWD"));
        PayableRef withdrawn = bill(north(), "3", DUE);
        in(north(), () -> {
            bills.withdraw(withdrawn);
            return true;
        });

        assertThat(start(north(), bill, Money.of(0, "GBP"))).isEqualTo(new Refused(Reason.NOT_POSITIVE));
        assertThat(start(north(), bill, Money.of(-8450, "GBP"))).isEqualTo(new Refused(Reason.NOT_POSITIVE));
        assertThat(start(north(), bill, Money.of(8451, "GBP"))).isEqualTo(new Refused(Reason.MORE_THAN_DUE));
        assertThat(start(north(), bill, Money.of(8450, "JPY"))).isEqualTo(new Refused(Reason.OTHER_CURRENCY));
        assertThat(start(north(), bill, Money.of(29, "GBP"))).isEqualTo(new Refused(Reason.NOT_CHARGEABLE));
        assertThat(start(north(), dinars, Money.of(8455, "KWD"))).isEqualTo(new Refused(Reason.NOT_CHARGEABLE));
        assertThat(start(north(), withdrawn, DUE)).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(start(north(), new PayableRef("invoice", "99"), DUE)).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(pages(account)).isZero();
    }

    @Test
    void aClinicThatHasNotFinishedWithStripeCannotCharge() {
        PayableRef bill = bill(north(), "1", DUE);
        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.CLINIC_CANNOT_CHARGE));
    }

    @Test
    void aDeclinedCardIsExplainedAndAnotherPaysOnTheSamePage() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);

        pay(north(), account, payment, TestCard.INSUFFICIENT_FUNDS);
        Payment declined = reconciled(north(), payment);
        assertThat(declined.state()).isEqualTo(PaymentState.OPEN);
        assertThat(declined.failureCode()).hasValue("insufficient_funds");

        assertThat(begun(north(), bill, DUE)).isEqualTo(payment);
        pay(north(), account, payment, TestCard.VISA);
        Payment paid = reconciled(north(), payment);
        assertThat(paid.hasSucceeded()).isTrue();
        assertThat(paid.failureCode()).isEmpty();
        assertThat(settled(north(), bill)).hasSize(1);
        assertThat(pages(account)).isEqualTo(1);
    }

    @Test
    void theBanksCheckMayFailAndThenPass() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);

        pay(north(), account, payment, TestCard.CHECK_ALWAYS);
        assertThat(reconciled(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        String intent = Json.text(stripe.all(account, "payment_intent").getFirst(), "id");
        stripe.finishCheck(account, intent, false);
        assertThat(reconciled(north(), payment).failureCode()).hasValue("authentication_required");

        pay(north(), account, payment, TestCard.CHECK_ALWAYS);
        stripe.finishCheck(account, intent, true);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void aBankDebitIsInProgressForDaysAndMayFailAtTheEnd() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);

        stripe.payByDebit(account, page(north(), payment));
        assertThat(reconciled(north(), payment).state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.BEING_PROCESSED));
        assertThat(in(north(), () -> payments.withdraw(bill))).isEqualTo(Withdrawal.PAID_MEANWHILE);

        later(Duration.ofDays(5));
        stripe.settleDebit(
                account, Json.text(stripe.all(account, "payment_intent").getFirst(), "id"), false);
        Payment failed = reconciled(north(), payment);
        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(failed.failureCode()).hasValue("insufficient_funds");
        assertThat(begun(north(), bill, DUE)).isNotEqualTo(payment);
    }

    @Test
    void aBankDebitThatComesIsCredited() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        stripe.payByDebit(account, page(north(), payment));
        reconciled(north(), payment);

        stripe.settleDebit(
                account, Json.text(stripe.all(account, "payment_intent").getFirst(), "id"), true);

        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void anExpiredPageIsFollowedByANewOne() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId first = begun(north(), bill, DUE);

        later(Duration.ofHours(13));
        assertThat(reconciled(north(), first).state()).isEqualTo(PaymentState.EXPIRED);

        PaymentId second = begun(north(), bill, DUE);
        pay(north(), account, second, TestCard.VISA);
        assertThat(reconciled(north(), second).hasSucceeded()).isTrue();
        assertThat(in(north(), () -> payments.of(bill)))
                .extracting(Payment::state)
                .containsExactly(PaymentState.SUCCEEDED, PaymentState.EXPIRED);
    }

    @Test
    void moneyForAnInvoiceWithdrawnMeanwhileIsKeptForTheStaff() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        in(north(), () -> {
            bills.withdraw(bill);
            return true;
        });

        pay(north(), account, payment, TestCard.VISA);
        Payment paid = reconciled(north(), payment);

        assertThat(paid.hasSucceeded()).isTrue();
        assertThat(paid.needsAttention()).isTrue();
        assertThat(settled(north(), bill)).isEmpty();
        assertThat(in(north(), payments::needingAttention))
                .extracting(Payment::id)
                .containsExactly(payment);
        assertThat(in(south(), payments::needingAttention)).isEmpty();
    }

    @Test
    void anInvoiceIsWithdrawnOnlyWithItsPage() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);

        assertThat(in(north(), () -> payments.withdraw(bill))).isEqualTo(Withdrawal.CLOSED);
        assertThat(Json.text(stripe.all(account, "checkout.session").getFirst(), "status"))
                .isEqualTo("expired");
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.EXPIRED);

        PaymentId next = begun(north(), bill, DUE);
        pay(north(), account, next, TestCard.VISA);
        assertThat(in(north(), () -> payments.withdraw(bill))).isEqualTo(Withdrawal.PAID_MEANWHILE);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void anAccountStoppedMidwayTakesNothingAndSaysSo() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        stripe.disable(account);

        pay(north(), account, payment, TestCard.VISA);
        assertThat(charges(account)).isZero();
        in(north(), () -> payments.withdraw(bill));
        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.CLINIC_CANNOT_CHARGE));
        assertThat(in(north(), onboarding::status).stage()).isEqualTo(OnboardingStatus.Stage.RESTRICTED);

        stripe.activate(account);
        later(Duration.ofMinutes(2));
        PaymentId again = begun(north(), bill, DUE);
        pay(north(), account, again, TestCard.VISA);
        assertThat(reconciled(north(), again).hasSucceeded()).isTrue();
    }

    @Test
    void nobodyAsksStripeWithATransactionOpen() {
        Tenant north = north();
        connect(north);
        PayableRef bill = bill(north, "1", DUE);
        PaymentId payment = begun(north, bill, DUE);

        for (Runnable asking : List.<Runnable>of(
                () -> start(north, bill, DUE), () -> payments.reconcile(payment), () -> payments.withdraw(bill))) {
            assertThatThrownBy(() -> query(north, () -> {
                        asking.run();
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("outside a transaction");
        }
    }
}
