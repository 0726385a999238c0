package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.NoSuchCard;
import io.anteroom.payments.card.CardPaymentStart.Refused;
import io.anteroom.payments.card.CardPaymentStart.ToTheBank;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.CardPaymentStart.Unknown;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.refund.GiveBackWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.Faults;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Paying with a saved card charges once or not at all, whatever happens on the way, and tells the truth. */
class SavedCardPaymentsTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final PayerRef BEN = new PayerRef("account", "2");
    private static final URI BACK = URI.create("http://north.localhost/payments/return");
    private static final String CHARGE = "POST /v1/payment_intents";

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");

    @BeforeEach
    void aBillIsDue() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
    }

    @Test
    void aSavedCardPaysAtOnce() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();

        Payment payment = told(pay(attempt, card));

        assertThat(payment.id()).isEqualTo(attempt);
        assertThat(payment.hasSucceeded()).isTrue();
        assertThat(payment.paidBy()).isEqualTo("Visa ending 4242");
        assertOnce(attempt);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 8450", "KWD, 8450", "GBP, 1"})
    void exactlyThatAmountOfThatCurrency(String currency, long minor) {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        Money due = Money.of(minor, currency);
        PayableRef other = bill(north(), "2", due);

        CardPaymentStart start =
                in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt(), other, due), ANA, card, BACK));

        if (due.fitsACard()) {
            assertThat(told(start).hasSucceeded()).isTrue();
            assertThat(settled(north(), other)).extracting(Bills.Settled::minor).containsExactly(minor);
        } else {
            assertThat(start).isEqualTo(new Refused(Reason.NOT_CHARGEABLE));
            assertThat(charges(account)).isZero();
        }
    }

    @Test
    void aDoubleClickAndAFormSentAgainChargeOnceAlsoForAPart() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        Money part = Money.of(2000, "GBP");

        List<CompletableFuture<CardPaymentStart>> clicks = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> pay(attempt, part, card)))
                .toList();
        clicks.forEach(CompletableFuture::join);

        assertThat(told(pay(attempt, part, card)).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).containsExactly(new Bills.Settled(attempt.toString(), 2000));
    }

    @Test
    void twoTabsChargeOnce() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        List<CompletableFuture<CardPaymentStart>> tabs = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> pay(attempt(), card)))
                .toList();
        tabs.forEach(CompletableFuture::join);

        in(north(), () -> payments.of(bill)).forEach(each -> work(north(), each.id()));
        assertThat(charges(account)).isLessThanOrEqualTo(1);
        assertThat(settled(north(), bill)).hasSize((int) charges(account));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBecameOfTheFirstClickTheNextOneChargesOnce(Fault fault) {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, fault);

        assertThat(pay(attempt, card)).isEqualTo(new Unknown(attempt));
        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.CREATED);

        assertThat(told(pay(attempt, card)).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @Test
    void aChargeWhoseAnswerWasLostIsFoundByTheJob() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        pay(attempt, card);

        work(north(), attempt);

        assertOnce(attempt);
    }

    @Test
    void aChargeWhoseAnswerWasLostIsFoundByItsEvent() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        pay(attempt, card);

        assertThat(stripe.send(waiting("payment_intent.succeeded"))).isEqualTo(200);

        assertOnce(attempt);
    }

    @Test
    void theJobNeverChargesAndEndsWhatNeverReachedStripe() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_BEFORE);
        pay(attempt, card);

        work(north(), attempt);
        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.CREATED);
        later(Duration.ofMinutes(31));
        work(north(), attempt);

        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(told(pay(attempt, card)).state()).as("its form sent again").isEqualTo(PaymentState.EXPIRED);
        assertThat(charges(account)).isZero();
        PaymentId next = attempt();
        assertThat(told(pay(next, card)).hasSucceeded()).isTrue();
        assertOnce(next);
    }

    @Test
    void aChargeBehindAnErrorThatStripeKeepsIsFound() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        stripe.fail(CHARGE, LastingFault.ERROR_KEPT, 1);

        assertThat(told(pay(attempt, card)).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @Test
    void anErrorThatStripeKeepsWithoutAChargeGivesWayToANewAttempt() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        stripe.fail(CHARGE, LastingFault.ERROR_KEPT_BEFORE, 1);

        assertThat(told(pay(attempt(), card)).state()).isEqualTo(PaymentState.FAILED);
        PaymentId next = attempt();
        assertThat(told(pay(next, card)).hasSucceeded()).isTrue();
        assertOnce(next);
    }

    @Test
    void aDeclineIsToldAndAnotherCardPays() {
        CardId bad = save(north(), account, ANA, TestCard.ATTACHES_THEN_DECLINES);
        CardId good = save(north(), account, ANA, TestCard.MASTERCARD);
        PaymentId declined = attempt();

        Payment payment = told(pay(declined, bad));
        assertThat(payment.state()).isEqualTo(PaymentState.FAILED);
        assertThat(payment.failureCode()).contains("generic_decline");
        assertThat(stripe.all(account, "payment_intent"))
                .as("nobody pays it with another card")
                .extracting(intent -> Json.text(intent, "status"))
                .containsExactly("canceled");
        stripe.send(waiting("payment_intent.payment_failed"));
        assertThat(told(pay(declined, bad)).state()).as("sent again").isEqualTo(PaymentState.FAILED);
        assertThat(stripe.all(account, "payment_intent")).hasSize(1);

        PaymentId next = attempt();
        assertThat(told(pay(next, good)).hasSucceeded()).isTrue();
        assertOnce(next);
    }

    @Test
    void theBankMayWantToSeeThePerson() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        PaymentId attempt = attempt();

        assertThat(pay(attempt, card)).isInstanceOf(ToTheBank.class);
        assertThat(pay(attempt, card)).as("clicked again").isInstanceOf(ToTheBank.class);
        assertThat(reconciled(north(), attempt).state()).isEqualTo(PaymentState.OPEN);

        String back = stripe.finishCheck(account, intent(attempt), true);
        assertThat(back).startsWith(BACK + "?payment=" + attempt);
        assertThat(reconciled(north(), attempt).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECK_THEN_INSUFFICIENT_FUNDS", "CHECK_ALWAYS"})
    void afterTheBankHasSeenThePersonItMayStillRefuse(TestCard bad) {
        CardId card = save(north(), account, ANA, bad);
        CardId good = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        pay(attempt, card);
        stripe.finishCheck(account, intent(attempt), bad == TestCard.CHECK_THEN_INSUFFICIENT_FUNDS);

        Payment refused = reconciled(north(), attempt);
        assertThat(refused.state()).isEqualTo(PaymentState.FAILED);
        assertThat(refused.failureCode()).isPresent();
        PaymentId next = attempt();
        assertThat(told(pay(next, good)).hasSucceeded()).isTrue();
        assertOnce(next);
    }

    @Test
    void aBanksPageLeftOpenIsCalledOffAndLeadsToNothing() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        PaymentId attempt = attempt();
        pay(attempt, card);
        String intent = intent(attempt);
        later(Duration.ofMinutes(31));
        work(north(), attempt);

        assertThat(stored(north(), attempt).state()).isEqualTo(PaymentState.EXPIRED);
        stripe.finishCheck(account, intent, true);
        assertThat(reconciled(north(), attempt).hasSucceeded()).isFalse();
        assertThat(charges(account)).isZero();
    }

    @Test
    void aPageOpenInAnotherTabIsClosedFirst() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId paged = begun(north(), bill, DUE);
        String page = page(north(), paged);
        PaymentId attempt = attempt();

        assertThat(told(pay(attempt, card)).hasSucceeded()).isTrue();

        stripe.pay(account, page, TestCard.VISA);
        assertThat(reconciled(north(), paged).state()).isEqualTo(PaymentState.EXPIRED);
        assertOnce(attempt);
    }

    @Test
    void aPagePaidInAnotherTabMeanwhileIsToldInsteadOfChargingAgain() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        Money part = Money.of(2000, "GBP");
        PaymentId paged = begun(north(), bill, part);
        pay(north(), account, paged, TestCard.VISA);

        Payment told = told(pay(attempt(), part, card));

        assertThat(told.id()).isEqualTo(paged);
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void aPageIsNotOpenedWhileAChargeMayHaveHappened() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        pay(attempt, card);

        assertThat(start(north(), bill, DUE)).isEqualTo(new CheckoutStart.Refused(Reason.NOT_OPEN));
        assertOnce(attempt);
    }

    @Test
    void aPageMayBeOpenedOnceAChargeSurelyCannotHappenAnyMore() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_BEFORE);
        pay(attempt, card);

        PaymentId paged = begun(north(), bill, DUE);

        assertThat(told(pay(attempt, card)).state()).isEqualTo(PaymentState.EXPIRED);
        pay(north(), account, paged, TestCard.VISA);
        reconciled(north(), paged);
        assertOnce(paged);
    }

    @Test
    void aPageOpenedWhileTheBankWaitsCallsTheChargeOff() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        PaymentId attempt = attempt();
        pay(attempt, card);
        String intent = intent(attempt);

        PaymentId paged = begun(north(), bill, DUE);

        stripe.finishCheck(account, intent, true);
        assertThat(reconciled(north(), attempt).state()).isEqualTo(PaymentState.EXPIRED);
        pay(north(), account, paged, TestCard.VISA);
        reconciled(north(), paged);
        assertOnce(paged);
    }

    @Test
    void whileAChargeIsUnderWayNothingElseIsBegun() throws Exception {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        Faults.Gate gate = stripe.slow(CHARGE);
        CompletableFuture<CardPaymentStart> slow = CompletableFuture.supplyAsync(() -> pay(attempt, card));
        gate.awaitArrival();

        assertThat(start(north(), bill, DUE)).isEqualTo(new CheckoutStart.Refused(Reason.TRY_AGAIN));
        assertThat(pay(attempt(), card)).isEqualTo(new Refused(Reason.TRY_AGAIN));
        gate.open();

        assertThat(told(slow.join()).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER"})
    void whatIsWithdrawnIsSurelyNotPaidOrKnownToBe(Fault fault) {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        fail(CHARGE, fault);
        pay(attempt, card);

        Withdrawal withdrawal = in(north(), () -> payments.withdraw(bill));

        boolean charged = fault == Fault.LOST_AFTER;
        assertThat(withdrawal).isEqualTo(charged ? Withdrawal.PAID_MEANWHILE : Withdrawal.CLOSED);
        assertThat(charges(account)).isEqualTo(charged ? 1 : 0);
    }

    @Test
    void moneyForWhatWasVoidedWhileTheBankAskedIsKeptForTheStaff() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        PaymentId attempt = attempt();
        pay(attempt, card);
        in(north(), () -> {
            bills.withdraw(bill);
            return 0;
        });
        stripe.finishCheck(account, intent(attempt), true);

        assertThat(reconciled(north(), attempt).needsAttention()).isTrue();
        assertThat(in(north(), () -> payments.giveBack(attempt))).isTrue();
        work(north(), GiveBackWork.KIND, attempt.toString());
        assertThat(stored(north(), attempt).isRefunded()).isTrue();
        assertThat(in(north(), () -> payments.needingAttention())).isEmpty();
    }

    @Test
    void aCrashWhileTheMoneyIsRecordedLosesNeitherHalf() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();
        bills.crash(1);

        assertThatThrownBy(() -> pay(attempt, card)).hasMessageContaining("Crashed");
        work(north(), attempt);

        assertOnce(attempt);
    }

    @Test
    void anAccountStoppedMidwayChargesNothing() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        stripe.disable(account);

        assertThat(told(pay(attempt(), card)).state()).isEqualTo(PaymentState.FAILED);
        assertThat(charges(account)).isZero();
    }

    @Test
    void nobodyPaysWithAnothersCardNorWithOneThatWasRemoved() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId attempt = attempt();

        assertThat(in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, DUE), BEN, card, BACK)))
                .isEqualTo(new NoSuchCard());
        pay(attempt, card);
        assertThat(in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, DUE), BEN, card, BACK)))
                .as("nor learns what became of it")
                .isEqualTo(new Refused(Reason.TRY_AGAIN));
        in(north(), () -> cards.remove(ANA, card));
        PayableRef other = bill(north(), "2", DUE);
        assertThat(in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt(), other, DUE), ANA, card, BACK)))
                .isEqualTo(new NoSuchCard());
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void anotherClinicKnowsNoneOfIt() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        String south = connect(south());
        PayableRef there = bill(south(), "1", DUE);
        PaymentId attempt = attempt();
        pay(attempt, card);

        assertThat(in(south(), () -> savedCardPayments.pay(CardCharge.of(attempt, there, DUE), ANA, card, BACK)))
                .isEqualTo(new NoSuchCard());
        assertThat(in(south(), () -> payments.find(attempt))).isEmpty();
        assertThat(charges(south)).isZero();
        assertOnce(attempt);
    }

    @Test
    void whatCannotBePaidIsRefusedBeforeStripeIsAsked() {
        CardId card = save(north(), account, ANA, TestCard.VISA);

        assertThat(pay(attempt(), Money.of(0, "GBP"), card)).isEqualTo(new Refused(Reason.NOT_POSITIVE));
        assertThat(pay(attempt(), Money.of(-100, "GBP"), card)).isEqualTo(new Refused(Reason.NOT_POSITIVE));
        assertThat(pay(attempt(), Money.of(8451, "GBP"), card)).isEqualTo(new Refused(Reason.MORE_THAN_DUE));
        assertThat(pay(attempt(), Money.of(8450, "EUR"), card)).isEqualTo(new Refused(Reason.OTHER_CURRENCY));
        pay(attempt(), card);
        assertThat(pay(attempt(), card)).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(stripe.all(account, "payment_intent")).hasSize(1);
    }

    private static PaymentId attempt() {
        return new PaymentId(UUID.randomUUID());
    }

    private CardPaymentStart pay(PaymentId attempt, CardId card) {
        return pay(attempt, DUE, card);
    }

    private CardPaymentStart pay(PaymentId attempt, Money amount, CardId card) {
        return in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, amount), ANA, card, BACK));
    }

    private static Payment told(CardPaymentStart start) {
        assertThat(start).isInstanceOf(Told.class);
        return ((Told) start).payment();
    }

    /** The payment intent of an attempt that waits for the bank. */
    private String intent(PaymentId attempt) {
        return stripe.all(account, "payment_intent").stream()
                .filter(intent ->
                        intent.path("metadata").path("payment").asString("").equals(attempt.toString()))
                .map(intent -> Json.text(intent, "id"))
                .findFirst()
                .orElseThrow();
    }

    private void assertOnce(PaymentId payment) {
        assertThat(charges(account)).isEqualTo(1);
        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).containsExactly(new Bills.Settled(payment.toString(), 8450));
    }
}
