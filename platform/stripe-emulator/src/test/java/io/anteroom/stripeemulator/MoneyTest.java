package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.stripeemulator.money.Pricing;
import io.anteroom.stripeemulator.objects.TestCard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balance transactions, balance and payouts: to the cent. */
class MoneyTest {

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

    private List<BalanceTransaction> transactions(BalanceTransactionListParams.Builder params) throws StripeException {
        return shop.stripe
                .v1()
                .balanceTransactions()
                .list(params.setLimit(100L).build(), shop.there())
                .getData();
    }

    private long available(String currency) throws StripeException {
        return shop.stripe.v1().balance().retrieve(shop.there()).getAvailable().stream()
                .filter(sum -> sum.getCurrency().equals(currency))
                .mapToLong(Balance.Available::getAmount)
                .sum();
    }

    private Payout readPayout(String id) throws StripeException {
        return shop.stripe.v1().payouts().retrieve(id, shop.there());
    }

    @ParameterizedTest
    @CsvSource({"10000, gbp, 165", "8450, jpy, 143", "84500, kwd, 1430", "30, gbp, 25"})
    void stripeKeepsItsFee(long amount, String currency, long fee) throws StripeException {
        Charge charge = charge(amount, currency, TestCard.VISA);
        BalanceTransaction written =
                shop.stripe.v1().balanceTransactions().retrieve(charge.getBalanceTransaction(), shop.there());
        assertThat(written.getAmount()).isEqualTo(amount);
        assertThat(written.getFee()).isEqualTo(fee);
        assertThat(written.getNet()).isEqualTo(amount - fee);
        assertThat(written.getFeeDetails())
                .extracting(BalanceTransaction.FeeDetail::getAmount)
                .containsExactly(fee);
        assertThat(written.getSource()).isEqualTo(charge.getId());
        assertThat(written.getStatus()).isEqualTo("pending");
    }

    @Test
    void pricesAreASetting() throws IOException, StripeException {
        try (var free = new Shop(EmulatorOptions.defaults().at(new Pricing(0, 0, 0, Duration.ZERO)))) {
            free.control.pay(free.account, free.open(8450, "gbp").getId(), TestCard.VISA);
            assertThat(free.stripe
                            .v1()
                            .balance()
                            .retrieve(free.there())
                            .getAvailable()
                            .getFirst()
                            .getAmount())
                    .isEqualTo(8450);
        }
    }

    @Test
    void moneyIsPendingForTwoDaysAndThenAvailable() throws StripeException {
        charge(10_000, "gbp", TestCard.VISA);
        assertThat(available("gbp")).isZero();
        shop.control.advance(Duration.ofDays(2));
        assertThat(available("gbp")).isEqualTo(9_835);
        charge(10_000, "gbp", TestCard.AT_ONCE);
        assertThat(available("gbp")).isEqualTo(2 * 9_835);
    }

    @Test
    void aPayoutCarriesWhatIsAvailableAndSumsToTheCent() throws StripeException {
        Charge paid = charge(10_000, "gbp", TestCard.VISA);
        charge(3_333, "gbp", TestCard.VISA);
        charge(5_000, "jpy", TestCard.VISA);
        refund(paid, 2_500);
        shop.control.advance(Duration.ofDays(2));
        charge(7_777, "gbp", TestCard.VISA);

        List<String> payouts = shop.control.money().payOut(shop.account);

        assertThat(payouts).hasSize(2);
        assertThat(available("gbp")).isZero();
        for (String id : payouts) {
            Payout payout = readPayout(id);
            List<BalanceTransaction> bundle =
                    transactions(BalanceTransactionListParams.builder().setPayout(id));
            assertThat(bundle).extracting(BalanceTransaction::getType).contains("payout", "charge");
            assertThat(bundle.stream().mapToLong(BalanceTransaction::getNet).sum())
                    .isZero();
            assertThat(bundle.stream()
                            .filter(written -> !written.getType().equals("payout"))
                            .mapToLong(BalanceTransaction::getNet)
                            .sum())
                    .isEqualTo(payout.getAmount());
        }
        assertThat(shop.control.money().payOut(shop.account)).isEmpty();
    }

    @Test
    void aPayoutTravelsAndArrives() throws StripeException {
        charge(10_000, "gbp", TestCard.AT_ONCE);
        String id = shop.control.money().payOut(shop.account).getFirst();
        assertThat(readPayout(id).getStatus()).isEqualTo("pending");
        shop.control.money().sendPayout(shop.account, id);
        assertThat(readPayout(id).getStatus()).isEqualTo("in_transit");
        shop.control.advance(Duration.ofDays(3));
        assertThat(readPayout(id).getStatus()).isEqualTo("paid");
        assertThat(shop.stripe
                        .v1()
                        .payouts()
                        .list(PayoutListParams.builder().setStatus("paid").build(), shop.there())
                        .getData())
                .extracting(Payout::getId)
                .containsExactly(id);
    }

    @Test
    void aPayoutThatFailsBringsItsMoneyBackAndTheNextOneCarriesItAgain() throws StripeException {
        charge(10_000, "gbp", TestCard.AT_ONCE);
        String id = shop.control.money().payOut(shop.account).getFirst();
        shop.control.money().failPayout(shop.account, id, "account_closed");

        Payout failed = readPayout(id);
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureCode()).isEqualTo("account_closed");
        assertThat(failed.getFailureBalanceTransaction()).startsWith("txn_");
        assertThat(available("gbp")).isEqualTo(9_835);
        assertThat(readPayout(shop.control.money().payOut(shop.account).getFirst())
                        .getAmount())
                .isEqualTo(9_835);
    }

    @Test
    void aPayoutByHandTakesNoMoreThanThereIs() throws StripeException {
        charge(10_000, "gbp", TestCard.AT_ONCE);
        PayoutCreateParams.Builder some = PayoutCreateParams.builder().setCurrency("gbp");
        assertThatThrownBy(() ->
                        shop.stripe.v1().payouts().create(some.setAmount(9_836L).build(), shop.there()))
                .extracting(e -> ((StripeException) e).getCode())
                .isEqualTo("balance_insufficient");
        Payout payout = shop.stripe.v1().payouts().create(some.setAmount(5_000L).build(), shop.there());
        assertThat(payout.getAutomatic()).isFalse();
        assertThat(available("gbp")).isEqualTo(4_835);
        assertThatThrownBy(() ->
                        transactions(BalanceTransactionListParams.builder().setPayout(payout.getId())))
                .hasMessageContaining("only be filtered on automatic");
        shop.stripe.v1().payouts().cancel(payout.getId(), shop.there());
        assertThat(available("gbp")).isEqualTo(9_835);
    }

    @Test
    void transactionsAreListedByTypeAndTimeAPageAtATime() throws StripeException {
        for (int i = 0; i < 5; i++) {
            refund(charge(10_000, "gbp", TestCard.VISA), 100);
            shop.control.advance(Duration.ofHours(1));
        }
        assertThat(transactions(BalanceTransactionListParams.builder().setType("charge")))
                .hasSize(5);
        List<BalanceTransaction> all = transactions(BalanceTransactionListParams.builder());
        assertThat(all).hasSize(10).isSortedAccordingTo((a, b) -> Long.compare(b.getCreated(), a.getCreated()));
        long third = all.get(5).getCreated();
        assertThat(transactions(BalanceTransactionListParams.builder()
                        .setCreated(BalanceTransactionListParams.Created.builder()
                                .setGte(third)
                                .setLt(all.getFirst().getCreated())
                                .build())))
                .hasSize(4);
        var page = shop.stripe
                .v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder().setLimit(3L).build(), shop.there());
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.autoPagingIterable())
                .extracting(BalanceTransaction::getId)
                .containsExactlyElementsOf(
                        all.stream().map(BalanceTransaction::getId).toList());
        assertThatThrownBy(() -> shop.stripe
                        .v1()
                        .balanceTransactions()
                        .list(
                                BalanceTransactionListParams.builder()
                                        .setLimit(101L)
                                        .build(),
                                shop.there()))
                .hasMessageContaining("limit");
    }

    @Test
    void anotherAccountsMoneyIsNotThere() throws StripeException {
        Charge charge = charge(10_000, "gbp", TestCard.VISA);
        String south = shop.newAccount("Southside Clinic");
        assertThat(shop.control.all(south, "balance_transaction")).isEmpty();
        assertThatThrownBy(() -> shop.control.money().openDispute(south, charge.getId(), "fraudulent"))
                .hasMessageContaining("No such charge");
    }
}
