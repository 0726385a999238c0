package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A charge of a saved card is given up only once it is sure that nothing was charged; money that came all the same is not lost. */
class GivenUpChargesTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final URI BACK = URI.create("http://north.localhost/payments/return");
    private static final String CHARGE = "POST /v1/payment_intents";
    private static final String LIST = "GET /v1/payment_intents";

    /** After that Stripe has forgotten its keys. */
    private static final Duration KEYS_FORGOTTEN = Duration.ofHours(25);

    @Autowired
    StripeClient client;

    @Autowired
    Reconciler reconciler;

    @Autowired
    MeterRegistry meters;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private CardId card = new CardId(new UUID(0, 0));
    private PaymentId attempt = new PaymentId(new UUID(0, 0));

    @BeforeEach
    void aCardIsSaved() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
        card = save(north(), account, ANA, TestCard.VISA);
        attempt = new PaymentId(UUID.randomUUID());
    }

    @Test
    void aChargeAskedForAgainInOtherWordsIsFoundInsteadOfMadeTwice() {
        lost(Fault.LOST_AFTER);
        change("description = 'As a later version says it'");

        assertThat(told(pay()).hasSucceeded()).isTrue();
        assertOnce();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER"})
    void aDayLaterWhenKeysAreForgottenItIsLookedForFirst(Fault fault) {
        lost(fault);
        later(KEYS_FORGOTTEN);

        CheckoutStart start = start(north(), bill, DUE);

        if (fault == Fault.LOST_AFTER) {
            assertThat(start).isEqualTo(new CheckoutStart.Refused(Reason.NOT_OPEN));
            assertOnce();
        } else {
            assertThat(start).isInstanceOf(CheckoutStart.Redirect.class);
            assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.EXPIRED);
            assertThat(charges(account)).isZero();
        }
    }

    @Test
    void aDayLaterNothingIsGivenUpBecauseStripeWasSilent() {
        lost(Fault.LOST_AFTER);
        later(KEYS_FORGOTTEN);
        stripe.fail(LIST, Fault.LOST_BEFORE, 2);

        work(north(), attempt);
        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.CREATED);

        work(north(), attempt);
        assertOnce();
    }

    @ParameterizedTest
    @CsvSource({"LOST_BEFORE, CLOSED, 0", "LOST_AFTER, PAID_MEANWHILE, 1"})
    void itIsFoundAlsoWhereItsCustomerIsGone(Fault fault, Withdrawal withdrawal, long charges) throws StripeException {
        lost(fault);
        client.v1()
                .customers()
                .delete(
                        Json.text(stripe.all(account, "customer").getFirst(), "id"),
                        RequestOptions.builder().setStripeAccount(account).build());

        assertThat(in(north(), () -> payments.withdraw(bill))).isEqualTo(withdrawal);
        assertThat(charges(account)).isEqualTo(charges);
    }

    @Test
    void aDeclineIsToldOnceStripeShowsIt() {
        card = save(north(), account, ANA, TestCard.ATTACHES_THEN_DECLINES);
        stripe.fail(LIST, Fault.LOST_BEFORE, 1);

        assertThat(pay()).isEqualTo(new CardPaymentStart.Unknown(attempt));
        work(north(), attempt);

        assertThat(stored(north(), attempt).failureCode()).contains("generic_decline");
        assertThat(charges(account)).isZero();
    }

    @Test
    void anEventOfAnAttemptThatWasGivenUpIsNotForgottenWhileStripeIsSilent() {
        lost(Fault.LOST_AFTER);
        change("state = 'expired', failure = 'superseded'");
        stripe.fail(LIST, Fault.LOST_BEFORE, 2);

        assertThat(stripe.send(waiting("payment_intent.succeeded"))).isEqualTo(200);
        forgetPointers();
        work(north(), attempt);
        assertThat(pointers(north())).as("asked again later").contains("stripe-payment:" + attempt);
        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.EXPIRED);

        work(north(), attempt);
        assertOnce();
    }

    @Test
    void whatStripeRefusesToTellOfAnAttemptThatIsOverIsNotAskedAgain() {
        lost(Fault.LOST_AFTER);
        change("state = 'expired', failure = 'superseded', account_id = 'acct_of_nobody'");
        forgetPointers();

        work(north(), attempt);

        assertThat(pointers(north())).doesNotContain("stripe-payment:" + attempt);
        changedByHand = true;
    }

    @Test
    void aChargeThatComesThroughAfterItsAttemptWasGivenUpIsTold() throws Exception {
        Faults.Gate gate = stripe.slow(CHARGE);
        CompletableFuture<CardPaymentStart> slow = CompletableFuture.supplyAsync(this::pay);
        gate.awaitArrival();
        change("state = 'expired', failure = 'superseded'");
        gate.open();

        assertThat(told(slow.join()).hasSucceeded()).isTrue();
        assertOnce();
    }

    @Test
    void whatNoBankWasAskedAboutWasNotDeclined() {
        lost(Fault.LOST_BEFORE);
        stripe.disable(account);

        Payment failed = told(pay());

        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(failed.failureCode()).isEmpty();
        assertThat(charges(account)).isZero();
    }

    @Test
    void anAmountThatStripeWouldNotTakeIsNotOfferedAgain() {
        lost(Fault.LOST_BEFORE);
        change("state = 'failed', failure = 'amount_too_small'");

        assertThat(pay()).isEqualTo(new CardPaymentStart.Refused(Reason.NOT_CHARGEABLE));
    }

    @Test
    void anAttemptThatTwoGiveUpAtOnceIsCountedOnce() {
        lost(Fault.LOST_BEFORE);
        StoredPayment known = in(north(), () -> reconciler.find(attempt)).orElseThrow();
        double before = expired();

        in(north(), () -> reconciler.close(known));
        in(north(), () -> reconciler.close(known));

        assertThat(stored(north(), attempt).failureCode()).isEmpty();
        assertThat(expired()).isEqualTo(before + 1);
    }

    private double expired() {
        return meters.counter("anteroom.payments", "outcome", "expired", "method", "none")
                .count();
    }

    /** The first click, whose answer never comes. */
    private void lost(Fault fault) {
        fail(CHARGE, fault);
        assertThat(pay()).isEqualTo(new CardPaymentStart.Unknown(attempt));
    }

    /** As if another version or another node had written it. */
    private void change(String to) {
        query(
                north(),
                () -> data.sql("update __tenant__.payment set " + to + " where id = :id")
                        .param("id", attempt.value())
                        .update());
    }

    private CardPaymentStart pay() {
        return in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, DUE), ANA, card, BACK));
    }

    private static Payment told(CardPaymentStart start) {
        assertThat(start).isInstanceOf(Told.class);
        return ((Told) start).payment();
    }

    private void assertOnce() {
        assertThat(charges(account)).isEqualTo(1);
        assertThat(stored(north(), attempt).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).containsExactly(new Bills.Settled(attempt.toString(), 8450));
    }
}
