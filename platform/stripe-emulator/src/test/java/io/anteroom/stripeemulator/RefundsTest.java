package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds: in parts, later, failing, cancelled. */
class RefundsTest {

    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Charge charge(long amount, String currency, TestCard card) throws StripeException {
        String id = shop.stripe
                .v1()
                .paymentIntents()
                .create(
                        PaymentIntentCreateParams.builder()
                                .setAmount(amount)
                                .setCurrency(currency)
                                .addPaymentMethodType("card")
                                .setPaymentMethod(card.token())
                                .setConfirm(true)
                                .build(),
                        shop.there())
                .getLatestCharge();
        return read(id);
    }

    private Charge read(String charge) throws StripeException {
        return shop.stripe.v1().charges().retrieve(charge, shop.there());
    }

    private Refund refund(Charge charge, long amount) throws StripeException {
        return shop.stripe
                .v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setCharge(charge.getId())
                                .setAmount(amount)
                                .setReason(RefundCreateParams.Reason.DUPLICATE)
                                .build(),
                        shop.there());
    }

    private Refund read(Refund refund) throws StripeException {
        return shop.stripe.v1().refunds().retrieve(refund.getId(), shop.there());
    }

    private List<BalanceTransaction> transactions(BalanceTransactionListParams.Builder params) throws StripeException {
        return shop.stripe
                .v1()
                .balanceTransactions()
                .list(params.setLimit(100L).build(), shop.there())
                .getData();
    }

    @Test
    void refundsInPartsNeverExceedTheCharge() throws StripeException {
        Charge charge = charge(10_000, "gbp", TestCard.VISA);
        assertThat(refund(charge, 4_000).getStatus()).isEqualTo("succeeded");
        assertThat(read(charge.getId()).getAmountRefunded()).isEqualTo(4_000);
        assertThatThrownBy(() -> refund(charge, 6_001)).hasMessageContaining("unrefunded amount on charge (6000)");
        refund(charge, 6_000);
        assertThat(read(charge.getId()).getRefunded()).isTrue();
        assertThatThrownBy(() -> refund(charge, 1))
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("charge_already_refunded");
        assertThat(shop.stripe
                        .v1()
                        .refunds()
                        .list(
                                RefundListParams.builder()
                                        .setPaymentIntent(charge.getPaymentIntent())
                                        .build(),
                                shop.there())
                        .getData())
                .hasSize(2)
                .allSatisfy(refund -> assertThat(refund.getReason()).isEqualTo("duplicate"));
    }

    @Test
    void aRefundOfNothingOrOfLessThanAStepIsRefused() throws StripeException {
        Charge charge = charge(10_000, "kwd", TestCard.VISA);
        assertThatThrownBy(() -> refund(charge, 0)).hasMessageContaining("Invalid positive integer");
        assertThatThrownBy(() -> refund(charge, 15)).hasMessageContaining("divisible by 10");
    }

    @Test
    void someRefundsArePendingForADay() throws StripeException {
        Refund refund = refund(charge(10_000, "gbp", TestCard.REFUND_PENDING), 10_000);
        assertThat(refund.getStatus()).isEqualTo("pending");
        shop.control.advance(Duration.ofDays(1));
        assertThat(read(refund).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aRefundThatFailsLaterBringsItsMoneyBack() throws StripeException {
        Charge charge = charge(10_000, "gbp", TestCard.REFUND_FAILS);
        Refund refund = refund(charge, 10_000);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        shop.control.advance(Duration.ofDays(1));

        Refund failed = read(refund);
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("unknown");
        assertThat(failed.getFailureBalanceTransaction()).startsWith("txn_");
        assertThat(read(charge.getId()).getAmountRefunded()).isZero();
        assertThat(transactions(BalanceTransactionListParams.builder().setSource(refund.getId())))
                .extracting(BalanceTransaction::getReportingCategory, BalanceTransaction::getNet)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("refund_failure", 10_000L),
                        org.assertj.core.groups.Tuple.tuple("refund", -10_000L));
    }

    @Test
    void aRefundMayWaitForThePersonAndBeCancelled() throws StripeException {
        Charge charge = charge(10_000, "gbp", TestCard.VISA);
        shop.control.money().nextRefundBegins(shop.account, "requires_action");
        Refund refund = refund(charge, 3_000);
        assertThat(refund.getStatus()).isEqualTo("requires_action");
        assertThat(refund.getNextAction().getType()).isEqualTo("display_details");

        shop.stripe.v1().refunds().cancel(refund.getId(), shop.there());

        assertThat(read(refund).getStatus()).isEqualTo("canceled");
        assertThat(read(charge.getId()).getAmountRefunded()).isZero();
        assertThatThrownBy(() -> shop.control.money().endRefund(shop.account, refund.getId(), "succeeded"))
                .isInstanceOf(IllegalStateException.class);
    }
}
