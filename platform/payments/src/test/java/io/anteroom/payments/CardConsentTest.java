package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.NoConsent;
import io.anteroom.payments.card.CardPaymentStart.Refused;
import io.anteroom.payments.card.CardPaymentStart.ToTheBank;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.CardPaymentStart.Unknown;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A card is charged while its owner is away only by a consent that stands, and once. */
class CardConsentTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final String ABOUT = "patient 1";
    private static final PayerRef BEN = new PayerRef("account", "2");
    private static final String WORDING = "Northside may charge my card for what my insurance doesn't pay.";
    private static final String CHARGE = "POST /v1/payment_intents";

    @Autowired
    CardConsents consents;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");

    @BeforeEach
    void aBillIsDue() {
        account = connect(north());
        bill = bill(north(), "1", DUE);
    }

    @Test
    void whatWasAgreedToIsKeptInItsWordsWithTimeAndName() {
        CardId card = save(north(), account, ANA, TestCard.VISA);

        CardConsent given = give(ANA, card);

        assertThat(given.wording()).isEqualTo(WORDING);
        assertThat(given.language()).isEqualTo("en-GB");
        assertThat(given.givenAt()).isEqualTo(clock.instant());
        assertThat(given.givenBy()).isEqualTo("account 1");
        assertThat(given.card()).isEqualTo(card);
        assertThat(given.stands()).isTrue();
        assertThat(standing(ANA)).containsExactly(given);
    }

    @Test
    void aLaterConsentTakesTheEarliersPlaceAndBothAreKept() {
        CardId visa = save(north(), account, ANA, TestCard.VISA);
        CardId master = save(north(), account, ANA, TestCard.MASTERCARD);
        give(ANA, visa);
        later(Duration.ofMinutes(1));
        CardConsent second = give(ANA, master);

        assertThat(standing(ANA)).containsExactly(second);
        List<CardConsent> all = in(north(), () -> consents.of(ANA));
        assertThat(all).extracting(CardConsent::card).containsExactly(master, visa);
        assertThat(all.getLast().revokedBy()).isEqualTo("account 1");
    }

    @Test
    void aConsentAboutOneThingLeavesThatAboutAnotherAndChargesNothingElse() {
        CardId visa = save(north(), account, ANA, TestCard.VISA);
        CardConsent first = give(ANA, visa);
        var wording = new ConsentWording(2, WORDING, Locale.GERMANY);
        CardConsent second = in(north(), () -> consents.give(ANA, "patient 2", visa, wording, "account 1"))
                .orElseThrow();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.about()).isEqualTo("patient 2");
        assertThat(standing(ANA)).containsExactly(first);
        assertThat(in(north(), () -> consents.standing(ABOUT))).containsExactly(first);
        assertThat(in(south(), () -> consents.standing(ABOUT))).isEmpty();
        assertThat(in(north(), () -> savedCardPayments.charge(CardCharge.of(attempt(), bill, DUE), ANA, "patient 3")))
                .isEqualTo(new NoConsent());
        assertThat(revoke()).isTrue();
        assertThat(in(north(), () -> consents.standing(ANA, "patient 2"))).contains(second);
    }

    @Test
    void anAttemptIsKnownToItsPayerAloneAndSaysWhetherTheyWereAway() {
        CardId visa = save(north(), account, ANA, TestCard.VISA);
        give(ANA, visa);
        PaymentId attempt = attempt();
        charge(attempt);

        assertThat(in(north(), () -> savedCardPayments.find(ANA, attempt))).contains(new CardAttempt(visa, true, null));
        assertThat(in(north(), () -> savedCardPayments.find(BEN, attempt))).isEmpty();
        assertThat(in(south(), () -> savedCardPayments.find(ANA, attempt))).isEmpty();
    }

    @Test
    void byAStandingConsentTheCardItNamesIsCharged() {
        CardId visa = save(north(), account, ANA, TestCard.VISA);
        save(north(), account, ANA, TestCard.MASTERCARD);
        give(ANA, visa);
        PaymentId attempt = attempt();

        Payment payment = told(charge(attempt));

        assertThat(payment.hasSucceeded()).isTrue();
        assertThat(payment.paidBy()).isEqualTo("Visa ending 4242");
        assertOnce(attempt);
        assertThat(told(charge(attempt)).hasSucceeded()).as("sent again").isTrue();
        assertOnce(attempt);
    }

    @Test
    void withoutAConsentNothingIsCharged() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        assertThat(charge(attempt())).isEqualTo(new NoConsent());

        give(ANA, card);
        assertThat(revoke()).isTrue();
        assertThat(revoke()).isFalse();
        assertThat(charge(attempt())).isEqualTo(new NoConsent());
        assertThat(stripe.all(account, "payment_intent")).isEmpty();
    }

    @Test
    void aConsentEndsWithItsCard() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        give(ANA, card);
        in(north(), () -> cards.remove(ANA, card));

        assertThat(standing(ANA)).isEmpty();
        assertThat(charge(attempt())).isEqualTo(new NoConsent());
        assertThat(in(
                        north(),
                        () -> consents.give(ANA, ABOUT, card, new ConsentWording(1, WORDING, Locale.UK), "account 1")))
                .isEmpty();
    }

    @Test
    void aCardThatIsListedAgainIsNotChargedByTheConsentThatEndedWithIt() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        CardId other = save(north(), account, ANA, TestCard.MASTERCARD);
        give(ANA, card);
        CardConsent kept = in(
                        north(),
                        () -> consents.give(
                                ANA, "patient 2", other, new ConsentWording(1, WORDING, Locale.UK), "account 1"))
                .orElseThrow();
        in(north(), () -> cards.remove(ANA, card));
        assertThat(in(north(), () -> consents.of(ANA)).getLast().revokedBy()).isEqualTo("card removed");
        query(
                north(),
                () -> data.sql("update __tenant__.saved_card set removed_at = null where id = :id")
                        .param("id", card.value())
                        .update());

        assertThat(standing(ANA)).isEmpty();
        assertThat(charge(attempt())).isEqualTo(new NoConsent());
        assertThat(in(north(), () -> consents.standing(ANA, "patient 2"))).contains(kept);
    }

    @Test
    void ofConsentsGivenAtOnceOneStandsAndNoneBreaks() {
        CardId visa = save(north(), account, ANA, TestCard.VISA);
        CardId master = save(north(), account, ANA, TestCard.MASTERCARD);

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<CardConsent>> all = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> give(ANA, i % 2 == 0 ? visa : master), threads))
                    .toList();
            assertThat(all).allSatisfy(each -> assertThat(each.join().card()).isIn(visa, master));
        }
        assertThat(in(north(), () -> consents.of(ANA))).hasSize(8);
        assertThat(standing(ANA)).hasSize(1);
    }

    @Test
    void whereTheBankWantsThePersonTheyCanPayThemselvesWithTheSameCard() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        give(ANA, card);
        PaymentId away = attempt();
        Payment refused = told(charge(away));
        assertThat(refused.state()).isEqualTo(PaymentState.FAILED);
        assertThat(refused.wantsThePerson()).isTrue();
        assertThat(charges(account)).isZero();
        assertThat(payersWanted()).containsExactly(away.toString());

        PaymentId theirs = attempt();
        URI back = URI.create("http://north.localhost/payments/return");
        assertThat(in(north(), () -> savedCardPayments.pay(CardCharge.of(theirs, bill, DUE), ANA, card, back)))
                .isInstanceOf(ToTheBank.class);
        stripe.finishCheck(account, intent(theirs), true);
        assertThat(reconciled(north(), theirs).hasSucceeded()).isTrue();
        assertOnce(theirs);
    }

    @Test
    void theirPayerIsAskedForOnceAlsoWhereTheRefusalWasLost() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        give(ANA, card);
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        assertThat(charge(attempt)).isEqualTo(new Unknown(attempt));
        assertThat(payersWanted()).isEmpty();

        work(north(), attempt);
        stripe.send(waiting("payment_intent.payment_failed"));
        work(north(), attempt);
        charge(attempt);

        assertThat(stored(north(), attempt).wantsThePerson()).isTrue();
        assertThat(payersWanted()).containsExactly(attempt.toString());
    }

    @Test
    void aCardSetUpForItIsNotAskedAbout() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_UNLESS_SET_UP);
        give(ANA, card);
        PaymentId attempt = attempt();
        assertThat(told(charge(attempt)).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @Test
    void aDeclineDoesNotAskForThePerson() {
        CardId card = save(north(), account, ANA, TestCard.ATTACHES_THEN_DECLINES);
        give(ANA, card);
        Payment declined = told(charge(attempt()));
        assertThat(declined.state()).isEqualTo(PaymentState.FAILED);
        assertThat(declined.wantsThePerson()).isFalse();
        assertThat(payersWanted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBecameOfTheFirstClickTheNextOneChargesOnce(Fault fault) {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        give(ANA, card);
        PaymentId attempt = attempt();
        fail(CHARGE, fault);

        assertThat(charge(attempt)).isEqualTo(new Unknown(attempt));
        assertThat(told(charge(attempt)).hasSucceeded()).isTrue();
        assertOnce(attempt);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER"})
    void whatWasNotChargedBeforeTheConsentWasTakenBackIsNotChargedAfterwards(Fault fault) {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        give(ANA, card);
        PaymentId attempt = attempt();
        fail(CHARGE, fault);
        assertThat(charge(attempt)).isEqualTo(new Unknown(attempt));
        revoke();

        Payment told = told(charge(attempt));

        boolean charged = fault == Fault.LOST_AFTER;
        assertThat(told.state()).isEqualTo(charged ? PaymentState.SUCCEEDED : PaymentState.EXPIRED);
        assertThat(charges(account)).isEqualTo(charged ? 1 : 0);
    }

    @Test
    void theFormOfTheOneIsNotTheFormOfTheOther() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        give(ANA, card);
        PaymentId attempt = attempt();
        charge(attempt);
        URI back = URI.create("http://north.localhost/payments/return");

        assertThat(in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, DUE), ANA, card, back)))
                .isEqualTo(new Refused(CheckoutStart.Reason.TRY_AGAIN));
        assertThat(in(north(), () -> savedCardPayments.charge(CardCharge.of(attempt, bill, DUE), BEN, ABOUT)))
                .isEqualTo(new Refused(CheckoutStart.Reason.TRY_AGAIN));
    }

    @Test
    void nobodyAgreesForAnothersCardAndAnotherClinicHasNoConsent() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        assertThat(in(
                        north(),
                        () -> consents.give(BEN, ABOUT, card, new ConsentWording(1, WORDING, Locale.UK), "account 2")))
                .isEmpty();
        give(ANA, card);
        connect(south());
        PayableRef there = bill(south(), "1", DUE);

        assertThat(standing(BEN)).isEmpty();
        assertThat(in(south(), () -> consents.standing(ANA, ABOUT))).isEmpty();
        assertThat(in(
                        south(),
                        () -> consents.give(ANA, ABOUT, card, new ConsentWording(1, WORDING, Locale.UK), "account 1")))
                .isEmpty();
        assertThat(in(south(), () -> consents.revoke(ANA, ABOUT, "account 1"))).isFalse();
        assertThat(in(south(), () -> savedCardPayments.charge(CardCharge.of(attempt(), there, DUE), ANA, ABOUT)))
                .isEqualTo(new NoConsent());
        assertThat(in(north(), () -> savedCardPayments.charge(CardCharge.of(attempt(), bill, DUE), BEN, ABOUT)))
                .isEqualTo(new NoConsent());
        assertThat(standing(ANA)).hasSize(1);
    }

    private static PaymentId attempt() {
        return new PaymentId(UUID.randomUUID());
    }

    private CardConsent give(PayerRef payer, CardId card) {
        return in(
                        north(),
                        () -> consents.give(payer, ABOUT, card, new ConsentWording(1, WORDING, Locale.UK), "account 1"))
                .orElseThrow();
    }

    private List<String> payersWanted() {
        return query(north(), () -> bills.payersWanted(bill));
    }

    private boolean revoke() {
        return in(north(), () -> consents.revoke(ANA, ABOUT, "account 1"));
    }

    private List<CardConsent> standing(PayerRef payer) {
        return in(north(), () -> consents.standing(payer, ABOUT)).stream().toList();
    }

    private CardPaymentStart charge(PaymentId attempt) {
        return in(north(), () -> savedCardPayments.charge(CardCharge.of(attempt, bill, DUE), ANA, ABOUT));
    }

    private static Payment told(CardPaymentStart start) {
        assertThat(start).isInstanceOf(Told.class);
        return ((Told) start).payment();
    }

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
