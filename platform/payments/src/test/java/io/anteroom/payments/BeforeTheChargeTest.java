package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.NoConsent;
import io.anteroom.payments.card.CardPaymentStart.Refused;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.stripeemulator.objects.TestCard;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was decided holds until a saved card is charged, and what belongs to the charge is noted before Stripe is asked. */
class BeforeTheChargeTest extends PaymentsFixture {

    private static final Money DUE = Money.of(10_000, "GBP");
    private static final Money HALF = Money.of(5_000, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final String ABOUT = "patient 1";
    private static final URI BACK = URI.create("http://north.localhost/payments/return");

    @Autowired
    CardConsents consents;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private CardId card = new CardId(new UUID(0, 0));

    @BeforeEach
    void aBillAndASavedCard() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
        card = save(north(), account, ANA, TestCard.VISA);
    }

    @Test
    void whatBelongsToAnAttemptIsNotedWithItOnceAndBeforeStripeIsAsked() {
        var noted = new AtomicInteger();
        CardCharge charge = charge(DUE, DUE, () -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            assertThat(stripe.all(account, "payment_intent")).isEmpty();
            noted.incrementAndGet();
        });

        assertThat(pay(charge)).isInstanceOf(Told.class);
        assertThat(pay(charge)).as("sent again").isInstanceOf(Told.class);

        assertThat(noted).hasValue(1);
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void whereItCannotBeNotedNothingIsBegun() {
        CardCharge charge = charge(DUE, DUE, () -> {
            throw new IllegalStateException("The process dies here");
        });

        assertThatThrownBy(() -> pay(charge)).hasMessage("The process dies here");

        assertThat(in(north(), () -> payments.find(charge.attempt()))).isEmpty();
        assertThat(stripe.all(account, "payment_intent")).isEmpty();
    }

    @Test
    void whatIsRefusedHasNothingThatBelongsToIt() {
        assertThat(pay(charge(Money.of(10_001, "GBP"), DUE, () -> {
                    throw new AssertionError("Nothing was begun");
                })))
                .isEqualTo(new Refused(Reason.MORE_THAN_DUE));
    }

    @Test
    void ofTwoTabsInWhichHalfWasChosenOnlyOnePays() {
        assertThat(pay(charge(HALF, DUE, () -> {}))).isInstanceOf(Told.class);

        assertThat(pay(charge(HALF, DUE, () -> {}))).isEqualTo(new Refused(Reason.NOT_OPEN));
        assertThat(charges(account)).isEqualTo(1);
        assertThat(pay(charge(HALF, HALF, () -> {}))).as("seeing that").isInstanceOf(Told.class);
        assertThat(charges(account)).isEqualTo(2);
    }

    @Test
    void norDoesTheSecondTabWhereTheFirstPaysAtTheMomentWhenItLooks() {
        bills.onceLookedAt(() -> CompletableFuture.runAsync(() -> pay(charge(HALF, DUE, () -> {})))
                .join());

        assertThat(pay(charge(HALF, DUE, () -> {
                    throw new AssertionError("Another sum is due");
                })))
                .isEqualTo(new Refused(Reason.NOT_OPEN));

        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void noOtherPermissionIsTakenThanTheOneThatWasShown() {
        CardConsent shown = permit(card);
        CardConsent later = permit(save(north(), account, ANA, TestCard.MASTERCARD));
        CardCharge charge = charge(DUE, DUE, () -> {});

        assertThat(in(north(), () -> savedCardPayments.charge(charge, shown))).isEqualTo(new NoConsent());
        assertThat(charges(account)).isZero();
        assertThat(in(north(), () -> savedCardPayments.charge(charge, later))).isInstanceOf(Told.class);
        assertThat(stored(north(), charge.attempt()).paidBy()).startsWith("Mastercard");
    }

    private CardConsent permit(CardId which) {
        var wording = new ConsentWording(1, "I allow it.", Locale.UK);
        return in(north(), () -> consents.give(ANA, ABOUT, which, wording, "account 1"))
                .orElseThrow();
    }

    private CardCharge charge(Money amount, Money seen, Runnable begun) {
        return new CardCharge(new PaymentId(UUID.randomUUID()), bill, amount, seen, begun);
    }

    private CardPaymentStart pay(CardCharge charge) {
        return in(north(), () -> savedCardPayments.pay(charge, ANA, card, BACK));
    }
}
