package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying several things with one payment: all of them, or none. */
class SeveralPaidTest extends PaymentsFixture {

    private static final Money BOTH = Money.of(3_000, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");

    private String account = "";
    private PayableRef one = new PayableRef("invoice", "1");
    private PayableRef two = one;
    private PayableRef both = one;

    @BeforeEach
    void twoAreDue() {
        account = connect(north());
        one = bill(north(), "1", Money.of(1_000, "GBP"));
        two = bill(north(), "2", Money.of(2_000, "GBP"));
        both = query(north(), () -> bundles.add("b", one, two));
    }

    @Test
    void thePageNamesEachOfThemAlsoWhenItIsAskedForAgainAfterSilence() throws IOException, InterruptedException {
        fail(OPEN_PAGE, Fault.LOST_AFTER);
        assertThat(start(north(), both, BOTH)).isEqualTo(new Refused(Reason.TRY_AGAIN));
        stripe.heal();

        URI page = ((Redirect) start(north(), both, BOTH)).page();

        assertThat(pages(account)).isEqualTo(1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("Invoice 1, Invoice 2");
        }
    }

    @Test
    void itIsPaidWholeAndNotInPart() {
        assertThat(start(north(), both, Money.of(2_999, "GBP"))).isEqualTo(new Refused(Reason.MORE_THAN_DUE));
        assertThat(start(north(), both, Money.of(3_001, "GBP"))).isEqualTo(new Refused(Reason.MORE_THAN_DUE));
        assertThat(pages(account)).isZero();
    }

    @Test
    void whereOneAsksForSomethingElseSinceNothingIsBegun() {
        PaymentId part = begun(north(), two, Money.of(500, "GBP"));
        pay(north(), account, part, TestCard.VISA);
        assertThat(reconciled(north(), part).hasSucceeded()).isTrue();

        assertThat(start(north(), both, BOTH)).isEqualTo(new Refused(Reason.NOT_OPEN));
        CardId card = save(north(), account, ANA, TestCard.VISA);
        assertThat(byCard(new PaymentId(UUID.randomUUID()), card))
                .isEqualTo(new CardPaymentStart.Refused(Reason.NOT_OPEN));
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void whatBreaksWhileItIsRecordedCountsOnNoneAndThenOnEachOnce() {
        PaymentId payment = begun(north(), both, BOTH);
        pay(north(), account, payment, TestCard.VISA);
        bills.crash(1);
        assertThatThrownBy(() -> reconciled(north(), payment)).isInstanceOf(IllegalStateException.class);
        assertThat(settled(north(), one)).isEmpty();
        assertThat(stored(north(), payment).state()).isEqualTo(PaymentState.OPEN);

        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();

        assertThat(settled(north(), one)).containsExactly(new Bills.Settled(payment.toString(), 1_000));
        assertThat(settled(north(), two)).containsExactly(new Bills.Settled(payment.toString(), 2_000));
        assertThat(owed(one)).isEqualTo(-1_000);
        assertThat(owed(two)).isEqualTo(-2_000);
    }

    @Test
    void aSavedCardWhoseBankAsksPaysEachOnceItIsConfirmed() {
        CardId card = save(north(), account, ANA, TestCard.CHECK_ALWAYS);
        var attempt = new PaymentId(UUID.randomUUID());
        assertThat(byCard(attempt, card)).isInstanceOf(CardPaymentStart.ToTheBank.class);
        assertThat(settled(north(), one)).isEmpty();

        stripe.all(account, "payment_intent")
                .forEach(intent -> stripe.finishCheck(account, Json.text(intent, "id"), true));
        assertThat(byCard(attempt, card)).isInstanceOf(CardPaymentStart.Told.class);
        assertThat(byCard(attempt, card)).as("a form sent twice").isInstanceOf(CardPaymentStart.Told.class);

        assertThat(settled(north(), one)).hasSize(1);
        assertThat(settled(north(), two)).hasSize(1);
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void moneyOnAPageThoughtClosedCountsOnAllWhereAllStillOweIt() {
        PaymentId first = begun(north(), both, BOTH);
        pay(north(), account, first, TestCard.VISA);
        PayableRef again = query(north(), () -> bundles.add("again", two, one));

        assertThat(start(north(), again, BOTH)).as("closing finds it paid").isEqualTo(new Refused(Reason.NOT_OPEN));

        assertThat(stored(north(), first).allocation()).isEqualTo(Payables.Allocation.ALLOCATED);
        assertThat(List.of(settled(north(), one).size(), settled(north(), two).size()))
                .containsExactly(1, 1);
        assertThat(charges(account)).isEqualTo(1);
    }

    private CardPaymentStart byCard(PaymentId attempt, CardId card) {
        return in(
                north(),
                () -> savedCardPayments.pay(
                        CardCharge.of(attempt, both, BOTH),
                        ANA,
                        card,
                        URI.create("http://north.localhost/payments/return")));
    }

    private long owed(PayableRef ref) {
        return query(
                north(), () -> ledger.of(ref, LedgerAccount.RECEIVABLE, "GBP").minor());
    }
}
