package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between us and Stripe, and between one click and the next, charges nobody twice and loses nothing. */
class FaultsTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");

    @Test
    void aDoubleClickLeadsToOnePage() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);

        List<CompletableFuture<CheckoutStart>> clicks = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> start(north(), bill, DUE)))
                .toList();
        List<CheckoutStart> answers =
                clicks.stream().map(CompletableFuture::join).toList();

        assertThat(pages(account)).isEqualTo(1);
        assertThat(answers).hasAtLeastOneElementOfType(Redirect.class);
        assertThat(answers.stream().filter(Redirect.class::isInstance).distinct())
                .hasSize(1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .satisfiesAnyOf(
                                redirect -> assertThat(redirect).isInstanceOf(Redirect.class),
                                refused -> assertThat(refused).isEqualTo(new Refused(Reason.TRY_AGAIN))));
    }

    @Test
    void aSecondTabOfTheSameKindGoesToTheSamePage() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        assertThat(begun(north(), bill, DUE)).isEqualTo(begun(north(), bill, DUE));
        assertThat(pages(account)).isEqualTo(1);
    }

    @Test
    void aSecondTabWithAnotherAmountClosesTheFirst() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId whole = begun(north(), bill, DUE);
        String wholePage = page(north(), whole);

        PaymentId part = begun(north(), bill, Money.of(4000, "GBP"));

        stripe.pay(account, wholePage, TestCard.VISA);
        pay(north(), account, part, TestCard.VISA);
        assertThat(reconciled(north(), whole).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), part).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(begun(north(), bill, Money.of(4450, "GBP"))).isNotEqualTo(part);
    }

    @Test
    void anotherPayersPageIsNotShownWithTheFirstOnesAddress() {
        connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId first = begun(north(), bill, DUE);

        CheckoutStart other =
                in(north(), () -> payments.startCheckout(bill, DUE, URLS, "other@example.org", Locale.UK));

        assertThat(other)
                .isInstanceOfSatisfying(
                        Redirect.class, to -> assertThat(to.payment()).isNotEqualTo(first));
        assertThat(stored(north(), first).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void aSecondTabAfterPayingIsToldThatNothingIsDue() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.VISA);

        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(pages(account)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBecameOfTheFirstCallTheNextClickUsesItsKey(Fault fault) {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        fail(OPEN_PAGE, fault);

        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.TRY_AGAIN));
        List<Payment> attempts = in(north(), () -> payments.of(bill));
        assertThat(attempts).extracting(Payment::state).containsExactly(PaymentState.CREATED);

        PaymentId payment = begun(north(), bill, DUE);
        assertThat(payment).isEqualTo(attempts.getFirst().id());
        assertThat(pages(account)).isEqualTo(1);
        pay(north(), account, payment, TestCard.VISA);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void anErrorThatStripeKeepsUnderTheKeyIsNotTheEndOfThePageThatExists() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        stripe.fail(OPEN_PAGE, LastingFault.ERROR_KEPT, 1);

        PaymentId payment = begun(north(), bill, DUE);

        assertThat(pages(account)).isEqualTo(1);
        assertThat(page(north(), payment))
                .isEqualTo(Json.text(stripe.all(account, "checkout.session").getFirst(), "id"));
        pay(north(), account, payment, TestCard.VISA);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPageBehindAKeptErrorIsFoundByTheJobWhereLookingForItFailsFirst() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        stripe.fail(OPEN_PAGE, LastingFault.ERROR_KEPT, 1);
        fail(LIST_PAGES, Fault.ERROR_BEFORE);

        assertThat(start(north(), bill, DUE)).isEqualTo(new Refused(Reason.TRY_AGAIN));
        Payment attempt = in(north(), () -> payments.of(bill)).getFirst();
        assertThat(attempt.state()).isEqualTo(PaymentState.CREATED);
        work(north(), attempt.id());

        assertThat(stored(north(), attempt.id()).state()).isEqualTo(PaymentState.OPEN);
        assertThat(pages(account)).isEqualTo(1);
    }

    @Test
    void aKeptErrorWithoutAPageGivesWayToANewKey() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        begun(north(), bill(north(), "2", DUE), DUE);
        stripe.fail(OPEN_PAGE, LastingFault.ERROR_KEPT_BEFORE, 1);

        PaymentId payment = begun(north(), bill, DUE);

        assertThat(in(north(), () -> payments.of(bill)))
                .extracting(Payment::state)
                .containsExactlyInAnyOrder(PaymentState.FAILED, PaymentState.OPEN);
        pay(north(), account, payment, TestCard.VISA);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPageWhoseAnswerWasLostIsFoundByTheJob() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        fail(OPEN_PAGE, Fault.LOST_AFTER);
        start(north(), bill, DUE);
        PaymentId payment = in(north(), () -> payments.of(bill)).getFirst().id();

        work(north(), payment);

        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(pages(account)).isEqualTo(1);
    }

    @Test
    void anAttemptThatNeverReachedStripeEndsByItself() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        fail(OPEN_PAGE, Fault.LOST_BEFORE);
        start(north(), bill, DUE);
        PaymentId payment = in(north(), () -> payments.of(bill)).getFirst().id();

        later(Duration.ofHours(13));
        work(north(), payment);

        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(pages(account)).isZero();
        assertThat(begun(north(), bill, DUE)).isNotEqualTo(payment);
    }

    @Test
    void anUnansweredReadingChangesNothingAndTheNextOneSettles() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.VISA);
        fail(READ_PAGE, Fault.ERROR_BEFORE);

        assertThat(reconciled(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void anAnswerOlderThanWhatIsKnownChangesNothing() throws Exception {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.DECLINED);
        Faults.Gate gate = stripe.slow(READ_PAGE);
        CompletableFuture<Payment> slow = CompletableFuture.supplyAsync(() -> reconciled(north(), payment));
        gate.awaitArrival();
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);

        gate.open();

        assertThat(slow.join().hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void manyAtOnceSettleOnce() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.VISA);

        List<CompletableFuture<Payment>> all = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> reconciled(north(), payment)))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join().hasSucceeded()).isTrue());
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aCrashWhileTheMoneyIsRecordedLosesNeitherHalf() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        pay(north(), account, payment, TestCard.VISA);
        bills.crash(1);

        assertThatThrownBy(() -> reconciled(north(), payment)).hasMessageContaining("Crashed");
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);
        assertThat(settled(north(), bill)).isEmpty();

        work(north(), payment);
        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPageThatCannotBeClosedKeepsASecondFromOpening() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        begun(north(), bill, DUE);
        fail("POST /v1/checkout/sessions/.*/expire", Fault.ERROR_BEFORE);

        assertThat(start(north(), bill, Money.of(4000, "GBP"))).isEqualTo(new Refused(Reason.TRY_AGAIN));
        assertThat(pages(account)).isEqualTo(1);
    }

    @Test
    void theFirstPagePaidWhileTheSecondTabBeginsIsCredited() throws Exception {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId whole = begun(north(), bill, DUE);
        Faults.Gate gate = stripe.slow("POST /v1/checkout/sessions/.*/expire");
        CompletableFuture<CheckoutStart> second =
                CompletableFuture.supplyAsync(() -> start(north(), bill, Money.of(4000, "GBP")));
        gate.awaitArrival();
        pay(north(), account, whole, TestCard.VISA);

        gate.open();

        assertThat(second.join()).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(settled(north(), bill)).containsExactly(new Bills.Settled(whole.toString(), 8450));
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void theReturnAddressNamesThePayment() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);

        var page = stripe.all(account, "checkout.session").getFirst();

        assertThat(Json.text(page, "success_url")).isEqualTo(URLS.paid() + "?payment=" + payment);
        assertThat(URI.create(Json.text(page, "cancel_url"))).hasQuery("left=true&payment=" + payment);
    }
}
