package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.refund.GiveBackWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the application itself has given back: all that is left, once, whatever becomes of the question or the answer. */
class GiveBackTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final String REFUND = "POST /v1/refunds";

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
    void allOfAPaymentIsGivenBackAndItsOwnerTold() {
        assertThat(ask()).isTrue();
        assertThat(stored(north(), payment).toBeGivenBack()).isTrue();
        assertThat(pointers(north())).contains("stripe-give-back:" + payment);

        work();

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(stored(north(), payment).toBeGivenBack()).isFalse();
        assertThat(refunds()).containsExactly(8450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L);
        assertThat(in(south(), () -> payments.find(payment))).isEmpty();
    }

    @Test
    void askedTwiceAndWorkedTwiceItIsGivenBackOnce() {
        assertThat(ask()).isTrue();
        assertThat(ask()).isTrue();
        work();
        work();

        assertThat(ask()).as("nothing is left").isFalse();
        work();
        assertThat(refunds()).containsExactly(8450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L);
    }

    @Test
    void whatWasAskedInATransactionThatFailedIsNotGivenBack() {
        in(
                north(),
                () -> transaction.execute(status -> {
                    assertThat(payments.giveBack(payment)).isTrue();
                    status.setRollbackOnly();
                    return 0;
                }));
        work();

        assertThat(stored(north(), payment).toBeGivenBack()).isFalse();
        assertThat(refunds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfTheQuestionItIsGivenBackOnce(Fault fault) {
        ask();
        fail(REFUND, fault);
        work();
        later(Duration.ofMinutes(1));
        work();

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(refunds()).containsExactly(8450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_KEPT", "ERROR_KEPT_BEFORE"})
    void anErrorThatStripeKeepsUnderTheKeyIsNotTheEndOfIt(LastingFault fault) {
        ask();
        stripe.fail(REFUND, fault, 1);
        work();
        later(Duration.ofMinutes(1));
        work();

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(refunds()).containsExactly(8450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L);
    }

    @Test
    void aQuestionOfWhichNothingCanBeReadAfterwardsIsAskedAgainWithTheSameKey() {
        ask();
        fail(REFUND, Fault.LOST_AFTER);
        stripe.fail(READ_PAGE, Fault.LOST_BEFORE, 1);
        work();
        assertThat(pointers(north())).contains("stripe-give-back:" + payment);
        stripe.heal();
        work();

        assertThat(refunds()).containsExactly(8450L);
        assertThat(stored(north(), payment).isRefunded()).isTrue();
    }

    @Test
    void whatTheClinicGaveBackItselfMeanwhileIsNotAskedForAgain() {
        changedByHand = true;
        ask();
        work();
        in(north(), () -> {
            transaction.executeWithoutResult(_ -> data.sql(
                            "update __tenant__.payment set refunded_minor = 0, give_back_at = now() where id = :id")
                    .param("id", payment.value())
                    .update());
            return 0;
        });
        work();

        assertThat(refunds()).containsExactly(8450L);
        assertThat(stored(north(), payment).isRefunded()).isTrue();
    }

    @Test
    void whatCannotBeGivenBackForThreeDaysIsLeftToPeopleWhoMayAskAgain() {
        ask();
        stripe.fail(REFUND, Fault.ERROR_BEFORE, 100);
        work();
        later(Duration.ofDays(2));
        work();
        assertThat(in(north(), payments::needingAttention)).isEmpty();
        later(Duration.ofDays(2));
        work();

        assertThat(in(north(), payments::needingAttention))
                .extracting(Payment::id)
                .containsExactly(payment);
        assertThat(stored(north(), payment).allocation()).isEqualTo(Allocation.UNALLOCATED);

        stripe.heal();
        assertThat(ask()).isTrue();
        work();
        assertThat(in(north(), payments::needingAttention)).isEmpty();
        assertThat(refunds()).containsExactly(8450L);
    }

    @Test
    void whatWasGivenBackAndCameBackIsForPeopleWhoMayAskAgain() {
        ask();
        work();
        stripe.dropWebhooks();
        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        assertThat(stripe.send(waiting("refund.failed"))).isEqualTo(200);

        assertThat(stored(north(), payment).refundedMinor()).isZero();
        assertThat(stored(north(), payment).toBeGivenBack())
                .as("it is not on its way any more")
                .isFalse();
        assertThat(in(north(), payments::needingAttention))
                .extracting(Payment::id)
                .containsExactly(payment);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L, 0L);

        assertThat(ask()).isTrue();
        work();
        assertThat(refunds()).as("by another key").containsExactly(8450L);
        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(in(north(), payments::needingAttention)).isEmpty();
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(8450L, 0L, 8450L);
    }

    @Test
    void whatNeverArrivedIsNotGivenBack() {
        PayableRef other = bill(north(), "2", DUE);
        PaymentId open = begun(north(), other, DUE);

        assertThat(query(north(), () -> payments.giveBack(open))).isFalse();
        assertThat(query(north(), () -> payments.giveBack(new PaymentId(new UUID(7, 7)))))
                .isFalse();
        assertThat(query(south(), () -> payments.giveBack(payment))).isFalse();
    }

    private boolean ask() {
        return query(north(), () -> payments.giveBack(payment));
    }

    private List<Long> refunds() {
        return stripe.all(account, "refund").stream()
                .filter(each -> Json.text(each, "status").equals("succeeded"))
                .map(each -> each.get("amount").asLong())
                .toList();
    }

    private void work() {
        WorkHandler handler = handlers.stream()
                .filter(each -> each.kind().equals(GiveBackWork.KIND))
                .findFirst()
                .orElseThrow();
        CurrentTenant.run(north(), () -> {
            try {
                handler.handle(payment.toString());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
