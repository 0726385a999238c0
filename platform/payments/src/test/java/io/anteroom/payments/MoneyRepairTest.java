package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.DifferenceKind;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the comparison with Stripe mends by itself, and how it goes on past what it cannot read. */
class MoneyRepairTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Autowired
    MoneyCheck check;

    @Autowired
    StripeClient client;

    private String account = "";

    @BeforeEach
    void connected() {
        account = connect(north());
    }

    @Test
    void aPaymentThatCouldNotBeReadOneNightIsReadTheNext() {
        PaymentId payment = paid("1", DUE);
        stripe.fail(READ_PAGE, Fault.ERROR_BEFORE, 20);
        compare();
        assertThat(kinds()).containsExactly(DifferenceKind.UNKNOWN_CHARGE);
        compare();
        assertThat(kinds()).containsExactly(DifferenceKind.UNKNOWN_CHARGE);

        stripe.heal();
        compare();

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), new PayableRef("invoice", "1"))).hasSize(1);
        assertThat(kinds()).isEmpty();
        assertThat(balances()).doesNotContainKey("UNKNOWN GBP").containsEntry("RECEIVABLE GBP", -8450L);
        assertSame();
    }

    @Test
    void aRefundThatTurnsOutToBeAPaymentsIsAskedAboutTheSameNight() {
        PaymentId payment = paid("1", DUE);
        stripe.fail(READ_PAGE, Fault.ERROR_BEFORE, 20);
        refundAtStripe(1000);
        compare();
        stripe.heal();
        reconciled(north(), payment);
        change("update __tenant__.payment set refunded_minor = 0");

        compare();

        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(1000);
        assertThat(kinds()).isEmpty();
        assertSame();
    }

    @Test
    void aRefundThatAnOlderVersionRecordedIsPosted() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        compare();
        refundAtStripe(1000);
        change("update __tenant__.payment set refunded_minor = 1000");
        assertThat(posted()).isFalse();
        compare();

        assertThat(posted()).as("its owner posts what is theirs").isTrue();
        assertThat(kinds()).isEmpty();
        assertThat(balances()).containsEntry("RECEIVABLE GBP", 1000L - 8450);
        assertSame();

        refundAtStripe(500);
        compare();
        compare();
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(1500);
        assertThat(balances()).containsEntry("RECEIVABLE GBP", 1500L - 8450);
        assertThat(kinds()).isEmpty();
        assertSame();
    }

    @Test
    void whatWeighsMoreIsSaidFirstAndOfEqualsTheNewest() {
        reconciled(north(), paid("1", DUE));
        charge(500);
        compare();
        charge(600);
        change("update __tenant__.payment set amount_minor = 9000");
        compare();

        assertThat(differences())
                .extracting(Difference::kind, each -> each.theirs().minor())
                .containsExactly(
                        tuple(DifferenceKind.AMOUNT, 8450L),
                        tuple(DifferenceKind.UNKNOWN_CHARGE, 600L),
                        tuple(DifferenceKind.UNKNOWN_CHARGE, 500L));
    }

    @Test
    void taxOnFeesAndTheNetworksCostsAreFeesAndNoDifference() {
        charge(500);
        say("reporting_category", "tax");
        compare();
        charge(700);
        say("reporting_category", "network_cost");
        compare();

        assertThat(kinds()).isEmpty();
        assertThat(balances()).doesNotContainKey("UNKNOWN GBP");
        assertSame();
    }

    @Test
    void aMovementInACurrencyThatNobodyKnowsIsNamedAndTheOthersAreRead() {
        reconciled(north(), paid("1", DUE));
        charge(500);
        say("currency", "usdc");
        String strange = newest();
        charge(600);
        compare();

        assertThat(differences())
                .extracting(Difference::kind, each -> each.theirs().minor())
                .containsExactly(tuple(DifferenceKind.UNKNOWN_CHARGE, 600L), tuple(DifferenceKind.UNREAD, 0L));
        assertThat(differences().getLast().reference()).isEqualTo(strange);
        assertThat(in(north(), check::progress).comparedAt()).isNotNull();

        changedByHand = true;
        clock.advance(Duration.ofDays(3));
        compare();
        assertThat(kinds()).as("still").contains(DifferenceKind.UNREAD);
    }

    @Test
    void aMovementWithoutACategoryIsUnknown() {
        charge(500);
        say("reporting_category", null);
        compare();

        assertThat(kinds()).containsExactly(DifferenceKind.UNKNOWN_MOVEMENT);
        assertSame();
    }

    /** Compares as it does each night, an hour after the one before. */
    private void compare() {
        clock.advance(Duration.ofHours(1));
        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);
    }

    private List<Difference> differences() {
        return in(north(), check::differences);
    }

    private boolean posted() {
        return in(north(), () -> bills.isPosted(new PayableRef("invoice", "1")));
    }

    private List<DifferenceKind> kinds() {
        return differences().stream().map(Difference::kind).toList();
    }

    private void assertSame() {
        assertThat(inTheLedger(north())).isEqualTo(atStripe(account));
    }

    private Map<String, Long> balances() {
        Map<String, Long> sums = new TreeMap<>();
        query(north(), () -> ledger.balances())
                .forEach(each -> sums.put(
                        each.account() + " " + each.amount().currency(),
                        each.amount().minor()));
        return sums;
    }

    private void change(String sql) {
        changedByHand = true;
        query(north(), () -> data.sql(sql).update());
    }

    private PaymentId paid(String bill, Money due) {
        PaymentId payment = begun(north(), bill(north(), bill, due), due);
        pay(north(), account, payment, TestCard.VISA);
        return payment;
    }

    private String newest() {
        return Json.text(stripe.all(account, "balance_transaction").getFirst(), "id");
    }

    /** Stripe says something else of its newest movement. */
    private void say(String field, @Nullable String value) {
        stripe.money().sayOfMovement(account, newest(), field, value);
    }

    /** Somebody of the clinic takes money in its own Stripe account. */
    private void charge(long minor) {
        try {
            client.v1()
                    .paymentIntents()
                    .create(
                            PaymentIntentCreateParams.builder()
                                    .setAmount(minor)
                                    .setCurrency("gbp")
                                    .addPaymentMethodType("card")
                                    .setPaymentMethod("pm_card_visa")
                                    .setConfirm(true)
                                    .build(),
                            onAccount());
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody of the clinic gives back a part of what was charged last. */
    private void refundAtStripe(long minor) {
        String charge = Json.text(stripe.all(account, "charge").getFirst(), "id");
        try {
            client.v1()
                    .refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setCharge(charge)
                                    .setAmount(minor)
                                    .build(),
                            onAccount());
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    private RequestOptions onAccount() {
        return RequestOptions.builder().setStripeAccount(account).build();
    }
}
