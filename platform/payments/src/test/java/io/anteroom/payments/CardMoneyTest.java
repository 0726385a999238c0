package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.CardPaymentStart.Unknown;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.reconciliation.Dispute;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.GiveBackWork;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAskedWork;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What saved cards are charged is booked, compared with Stripe, disputed and given back as what is paid on the page. */
class CardMoneyTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final URI BACK = URI.create("http://north.localhost/payments/return");
    private static final String CHARGE = "POST /v1/payment_intents";
    private static final String READ_CHARGE = "GET /v1/payment_intents/.*";

    @Autowired
    CardConsents consents;

    @Autowired
    Refunds refunds;

    @Autowired
    MoneyCheck check;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private CardId card = new CardId(new UUID(0, 0));

    @BeforeEach
    void aCardIsSavedAndABillDue() {
        account = connect(north());
        card = save(north(), account, ANA, TestCard.VISA);
        in(
                north(),
                () -> consents.give(
                        ANA, "patient 7", card, new ConsentWording(1, "Charge my card.", Locale.UK), "account 1"));
        bill = bill(north(), "1", DUE);
    }

    @Test
    void whatAClickChargesIsBookedWithItsFeeAndGivenBackByStaff() {
        PaymentId payment = clicked();
        assertThat(balances()).isEqualTo(Map.of("STRIPE GBP", 8450L, "RECEIVABLE GBP", -8450L));
        compare();
        assertThat(in(north(), check::differences)).isEmpty();
        assertThat(balances()).containsKey("FEES GBP");

        UUID part = UUID.randomUUID();
        assertThat(ask(part, payment, 3000)).isEqualTo(new RefundAsking.Asked(part, true));
        work(north(), RefundAskedWork.KIND, part.toString());
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(3000);
        assertThat(balances()).containsEntry("RECEIVABLE GBP", -5450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(3000L);

        assertThat(query(north(), () -> payments.giveBack(payment))).isTrue();
        work(north(), GiveBackWork.KIND, payment.toString());
        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(balances()).doesNotContainKey("RECEIVABLE GBP");
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(3000L, 8450L);
        later(Duration.ofHours(1));
        compare();
        assertThat(in(north(), check::differences)).isEmpty();
    }

    @Test
    void aRefundThatDoesNotArriveComesBack() {
        PaymentId payment = away();
        UUID part = UUID.randomUUID();
        ask(part, payment, 3000);
        work(north(), RefundAskedWork.KIND, part.toString());
        stripe.dropWebhooks();

        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        assertThat(stripe.send(waiting("refund.failed"))).isEqualTo(200);

        assertThat(stored(north(), payment).refundedMinor()).isZero();
        assertThat(balances()).isEqualTo(Map.of("STRIPE GBP", 8450L, "RECEIVABLE GBP", -8450L));
        work(north(), RefundWork.KIND, payment.toString());
        assertThat(in(north(), () -> refunds.of(payment)))
                .extracting(Refund::state)
                .containsExactly(Refund.State.FAILED);
    }

    @Test
    void aChargeOfWhichNobodyHeardIsFoundAtNight() {
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        assertThat(charge(attempt)).isEqualTo(new Unknown(attempt));
        assertThat(balances()).isEmpty();

        compare();

        assertThat(stored(north(), attempt).hasSucceeded()).isTrue();
        assertThat(settled(north(), bill)).hasSize(1);
        assertThat(balances()).containsEntry("RECEIVABLE GBP", -8450L);
        assertThat(in(north(), check::differences)).isEmpty();
        later(Duration.ofHours(1));
        compare();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    @Test
    void whatWasUnknownWhileStripeCouldNotBeAskedIsOursAfterAll() {
        PaymentId attempt = attempt();
        fail(CHARGE, Fault.LOST_AFTER);
        charge(attempt);
        stripe.fail("GET /v1/payment_intents.*", Fault.ERROR_BEFORE, 20);
        compare();
        assertThat(in(north(), check::differences)).hasSize(1);
        assertThat(balances()).containsEntry("UNKNOWN GBP", -8450L);

        stripe.heal();
        work(north(), attempt);
        later(Duration.ofHours(1));
        compare();
        assertThat(in(north(), check::differences)).isEmpty();
        assertThat(balances()).doesNotContainKey("UNKNOWN GBP").containsEntry("RECEIVABLE GBP", -8450L);
    }

    @Test
    void itsDisputeIsKnownToBeOfThisPayment() {
        PaymentId payment = away();
        String dispute = stripe.money()
                .openDispute(account, Json.text(stripe.all(account, "charge").getFirst(), "id"), "fraudulent");
        compare();

        Dispute open = in(north(), check::disputes).getFirst();
        assertThat(open.id()).isEqualTo(dispute);
        assertThat(open.payment()).isEqualTo(payment);
        assertThat(balances()).containsEntry("DISPUTED GBP", 8450L).containsEntry("RECEIVABLE GBP", -8450L);

        stripe.money().decideDispute(account, dispute, false);
        later(Duration.ofHours(1));
        compare();
        assertThat(balances()).containsEntry("LOST GBP", 8450L).doesNotContainKey("DISPUTED GBP");
        assertThat(in(north(), check::differences)).isEmpty();
    }

    @Test
    void anAnswerThatCouldNotBeReadAfterwardsIsReadLater() {
        PaymentId payment = clicked();
        UUID all = UUID.randomUUID();
        ask(all, payment, 8450);
        stripe.fail(READ_CHARGE, Fault.ERROR_BEFORE, 2);
        work(north(), RefundAskedWork.KIND, all.toString());
        work(north(), RefundAskedWork.KIND, all.toString());

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(in(north(), () -> refunds.of(payment)))
                .extracting(Refund::state)
                .containsExactly(Refund.State.GIVEN);
        assertThat(stripe.all(account, "refund")).hasSize(1);
    }

    private PaymentId clicked() {
        PaymentId attempt = attempt();
        told(in(north(), () -> savedCardPayments.pay(CardCharge.of(attempt, bill, DUE), ANA, card, BACK)));
        return attempt;
    }

    private PaymentId away() {
        PaymentId attempt = attempt();
        told(charge(attempt));
        return attempt;
    }

    private void told(CardPaymentStart came) {
        assertThat(came).isInstanceOf(Told.class);
        assertThat(((Told) came).payment().hasSucceeded()).isTrue();
        stripe.dropWebhooks();
    }

    private CardPaymentStart charge(PaymentId attempt) {
        return in(north(), () -> savedCardPayments.charge(CardCharge.of(attempt, bill, DUE), ANA, "patient 7"));
    }

    private RefundAsking ask(UUID id, PaymentId payment, long minor) {
        return in(
                north(),
                () -> refunds.ask(
                        id, payment, Money.of(minor, "GBP"), refunds.seen(payment), "Too dear", "Robin Desk"));
    }

    private void compare() {
        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);
    }

    private static PaymentId attempt() {
        return new PaymentId(UUID.randomUUID());
    }

    private Map<String, Long> balances() {
        Map<String, Long> sums = new TreeMap<>();
        query(north(), () -> ledger.balances())
                .forEach(each -> sums.put(
                        each.account() + " " + each.amount().currency(),
                        each.amount().minor()));
        return sums;
    }
}
