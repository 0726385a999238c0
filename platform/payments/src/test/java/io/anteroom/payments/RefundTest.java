package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the clinic gives back in its own Stripe account is heard of here, once for each total. */
class RefundTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Autowired
    StripeClient client;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private PaymentId payment = new PaymentId(new UUID(0, 0));

    @BeforeEach
    void aBillIsPaid() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
        payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);
        stripe.dropWebhooks();
    }

    @Test
    void aRefundIsHeardOfAndTheReceiptOfTheMoneyStands() {
        refund(8450);

        assertThat(stripe.send(waiting("charge.refunded"))).isEqualTo(200);

        Payment now = stored(north(), payment);
        assertThat(now.hasSucceeded()).isTrue();
        assertThat(now.allocation()).isEqualTo(Allocation.ALLOCATED);
        assertThat(now.refunded()).isEqualTo(DUE);
        assertThat(now.isRefunded()).isTrue();
        assertThat(refunds(north())).containsExactly(8450L);
    }

    @Test
    void partsAreToldAsTheyGrowAndAnEventThatComesLateChangesNothing() {
        refund(1000);
        Delivery first = waiting("charge.refunded");
        stripe.send(first);
        stripe.dropWebhooks();
        refund(500);
        stripe.send(waiting("charge.refunded"));
        stripe.send(first);

        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(1500);
        assertThat(stored(north(), payment).isRefunded()).isFalse();
        assertThat(refunds(north())).containsExactly(1000L, 1500L);
    }

    @Test
    void aRefundThatStripeCannotBeAskedAboutIsLeftToTheWorker() {
        refund(8450);
        fail(READ_PAGE, Fault.ERROR_BEFORE);
        assertThat(stripe.send(waiting("charge.refunded"))).isEqualTo(200);
        assertThat(refunds(north())).isEmpty();
        assertThat(pointers(north())).contains("stripe-refund:" + payment);

        refundWork();

        assertThat(refunds(north())).containsExactly(8450L);
    }

    @Test
    void withoutAnEventItIsFoundWhenSomebodyAsks() {
        refund(8450);
        assertThat(reconciled(north(), payment).refundedMinor()).isZero();

        Payment asked =
                in(north(), () -> payments.reconcileAfterSuccess(payment)).orElseThrow();

        assertThat(asked.isRefunded()).isTrue();
        assertThat(refunds(north())).containsExactly(8450L);
    }

    @Test
    void anAnswerThatWasHeldUpDoesNotTakeBackWhatWasRecordedMeanwhile() throws Exception {
        changedByHand = true;
        CompletableFuture<Payment> slow = in(
                north(),
                () -> transaction.execute(_ -> {
                    data.sql("select id from __tenant__.payment where id = :id for update")
                            .param("id", payment.value())
                            .query(UUID.class)
                            .single();
                    CompletableFuture<Payment> held = CompletableFuture.supplyAsync(
                            () -> in(north(), () -> payments.reconcileAfterSuccess(payment))
                                    .orElseThrow());
                    awaitWhoeverWaitsForALock();
                    refund(5000);
                    data.sql("update __tenant__.payment set refunded_minor = 5000, refund_changes = refund_changes + 1"
                                    + " where id = :id")
                            .param("id", payment.value())
                            .update();
                    return held;
                }));

        assertThat(slow.get().refundedMinor()).isEqualTo(5000);
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(5000);
        assertThat(refunds(north())).as("nobody hears that it came back").isEmpty();
    }

    @Test
    void moneyThatNothingCouldTakeNeedsNobodyOnceItIsGivenBack() {
        PayableRef withdrawn = bill(north(), "2", DUE);
        payment = begun(north(), withdrawn, DUE);
        in(north(), () -> {
            bills.withdraw(withdrawn);
            return 0;
        });
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);
        assertThat(in(north(), payments::needingAttention))
                .extracting(Payment::id)
                .containsExactly(payment);

        refund(8000);
        in(north(), () -> payments.reconcileAfterSuccess(payment));
        assertThat(in(north(), payments::needingAttention)).hasSize(1);

        refund(450);
        in(north(), () -> payments.reconcileAfterSuccess(payment));
        assertThat(in(north(), payments::needingAttention)).isEmpty();
        assertThat(in(south(), payments::needingAttention)).isEmpty();
    }

    @Test
    void moneyGivenBackBeforeItsArrivalWasHeardOfIsBothCreditedAndGivenBack() {
        PayableRef other = bill(north(), "3", DUE);
        payment = begun(north(), other, DUE);
        pay(north(), account, payment, TestCard.VISA);
        refund(8450);

        assertThat(stripe.send(waiting("charge.refunded"))).isEqualTo(200);

        assertThat(settled(north(), other)).hasSize(1);
        assertThat(query(north(), () -> bills.refunded(other))).containsExactly(8450L);
    }

    @Test
    void threeDigitsAreGivenBackToTheLastOne() {
        PayableRef dinars = bill(north(), "4", Money.of(8450, "KWD"));
        payment = begun(north(), dinars, Money.of(8450, "KWD"));
        pay(north(), account, payment, TestCard.VISA);
        refund(8450);

        in(north(), () -> payments.reconcileAfterSuccess(payment));

        assertThat(stored(north(), payment).refunded()).isEqualTo(Money.of(8450, "KWD"));
    }

    /** What was read of Stripe waits to be recorded. */
    private void awaitWhoeverWaitsForALock() {
        while (control.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    /** Somebody of the clinic gives money back in its Stripe account. */
    private void refund(long minor) {
        String intent = stripe.all(account, "checkout.session").stream()
                .filter(session -> session.get("id").asString().equals(page(north(), payment)))
                .findFirst()
                .orElseThrow()
                .get("payment_intent")
                .asString();
        try {
            client.v1()
                    .refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setPaymentIntent(intent)
                                    .setAmount(minor)
                                    .build(),
                            RequestOptions.builder().setStripeAccount(account).build());
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> refunds(Tenant tenant) {
        return query(tenant, () -> bills.refunded(bill));
    }

    private void refundWork() {
        WorkHandler handler = handlers.stream()
                .filter(each -> each.kind().equals(RefundWork.KIND))
                .findFirst()
                .orElseThrow();
        in(north(), () -> {
            try {
                handler.handle(payment.toString());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return 0;
        });
    }
}
