package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.Difference.SetAside;
import io.anteroom.payments.reconciliation.DifferenceKind;
import io.anteroom.payments.reconciliation.Dispute;
import io.anteroom.payments.reconciliation.Dispute.ToAnswer;
import io.anteroom.payments.reconciliation.DisputeWork;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.Payout;
import io.anteroom.payments.reconciliation.PayoutPart;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The comparison with Stripe: after it the ledger says what Stripe says, and what differs has a name. */
class MoneyCheckTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final String MOVEMENTS = "GET /v1/balance_transactions.*";

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
    void feesArePostedAndTheLedgerHasWhatStripeHas() {
        reconciled(north(), paid("1", DUE));
        reconciled(north(), paid("2", Money.of(1200, "JPY")));
        reconciled(north(), paid("3", Money.of(8450, "KWD")));

        compare();

        assertThat(differences()).isEmpty();
        assertSame();
        assertThat(balances(north())).containsEntry("FEES GBP", 143L).containsKeys("FEES JPY", "FEES KWD");
        assertThat(balances(south())).isEmpty();
        assertThat(in(south(), check::differences)).isEmpty();
        assertThat(in(north(), check::progress).comparedAt()).isNotNull();
        assertThat(in(south(), check::progress).comparedAt()).isNull();
    }

    @Test
    void comparedTwiceNothingIsPostedTwice() {
        reconciled(north(), paid("1", DUE));
        compare();
        Map<String, Long> once = balances(north());
        clock.advance(Duration.ofHours(3));
        compare();

        assertThat(balances(north())).isEqualTo(once);
    }

    @Test
    void aPaymentOfWhichNobodyToldIsFound() {
        PaymentId payment = paid("1", DUE);

        compare();

        assertThat(stored(north(), payment).hasSucceeded()).isTrue();
        assertThat(settled(north(), new PayableRef("invoice", "1"))).hasSize(1);
        assertThat(differences()).isEmpty();
        assertSame();
    }

    @Test
    void aRefundOfWhichNobodyToldIsFoundAndSoIsItsFailure() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        compare();
        refund(payment, 1000);
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(1000);
        assertSame();

        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(stored(north(), payment).refundedMinor()).isZero();
        assertThat(differences()).isEmpty();
        assertSame();
    }

    @Test
    void whatTheClinicTookItselfIsNamedAndTheSumsStillHold() {
        reconciled(north(), paid("1", DUE));
        charge(500);

        compare();

        assertThat(differences())
                .extracting(
                        Difference::kind,
                        each -> each.ours().minor(),
                        each -> each.theirs().minor())
                .containsExactly(tuple(DifferenceKind.UNKNOWN_CHARGE, 0L, 500L));
        assertThat(balances(north())).containsEntry("UNKNOWN GBP", -500L);
        assertSame();
        assertThat(in(south(), check::differences)).isEmpty();
    }

    @Test
    void whatWasUnknownWhileStripeCouldNotBeAskedIsOursAfterAll() {
        PaymentId payment = paid("1", DUE);
        stripe.fail(READ_PAGE, Fault.ERROR_BEFORE, 20);
        compare();
        assertThat(differences()).extracting(Difference::kind).containsExactly(DifferenceKind.UNKNOWN_CHARGE);
        assertSame();

        stripe.heal();
        reconciled(north(), payment);
        clock.advance(Duration.ofHours(1));
        compare();

        assertThat(differences()).isEmpty();
        assertThat(balances(north())).doesNotContainKey("UNKNOWN GBP").containsEntry("RECEIVABLE GBP", -8450L);
        assertSame();
    }

    @Test
    void aPaymentThatStripeDoesNotHaveIsNamedOnceItCouldBeThere() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        clock.advance(Duration.ofHours(2));
        compare();
        change("delete from __tenant__.stripe_transaction");
        change("update __tenant__.stripe_reading set since = now() + interval '100 years'");
        clock.advance(Duration.ofHours(1));
        compare();

        assertThat(differences())
                .extracting(Difference::kind, Difference::payment)
                .containsExactly(tuple(DifferenceKind.PAYMENT_MISSING, payment));
    }

    @Test
    void anotherAmountIsNamedAndSoIsABalanceThatDiffers() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        compare();
        change("update __tenant__.payment set amount_minor = 9000");
        change("with e as (insert into __tenant__.ledger_entry (source, kind, happened_at, posted_at)"
                + " values ('test:1', 'fee', now(), now()) returning id) insert into __tenant__.ledger_line"
                + " (entry_id, position, account, currency, amount_minor) select e.id, v.p, v.a, 'GBP', v.m from e"
                + " cross join (values (0, 'stripe', 7), (1, 'fees', -7)) as v (p, a, m)");
        clock.advance(Duration.ofHours(1));
        compare();

        assertThat(differences())
                .extracting(
                        Difference::kind,
                        each -> each.ours().minor(),
                        each -> each.theirs().minor())
                .containsExactlyInAnyOrder(
                        tuple(DifferenceKind.AMOUNT, 9000L, 8450L),
                        tuple(DifferenceKind.BALANCE, 8450L - 143 + 7, 8450L - 143));
        assertThat(differences()).allSatisfy(each -> {
            assertThat(each.kind().words()).isNotBlank();
            assertThat(each.kind().repair()).isNotBlank();
        });

        change("update __tenant__.payment set amount_minor = 8450");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(differences()).extracting(Difference::kind).containsExactly(DifferenceKind.BALANCE);
    }

    @Test
    void aPaymentThatAnOlderVersionRecordedIsPosted() {
        reconciled(north(), paid("1", DUE));
        change("update __tenant__.payment set id = '00000000-0000-0000-0000-000000000001'");
        assertThat(balances(north())).containsEntry("STRIPE GBP", 8450L);

        compare();

        assertThat(balances(north())).as("once under its old id").containsEntry("RECEIVABLE GBP", -16900L);
    }

    @Test
    void aPayoutIsMadeOfMovementsThatComeToItsAmountToTheCent() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        reconciled(north(), paid("2", Money.of(3333, "GBP")));
        refund(payment, 1050);
        settle();
        String id = stripe.money().payOut(account).getFirst();
        compare();
        assertThat(payout(id).status()).isIn("pending", "in_transit");
        assertThat(balances(north())).doesNotContainKey("STRIPE GBP");
        assertSame();

        stripe.money().arrivePayout(account, id);
        clock.advance(Duration.ofHours(1));
        compare();

        Payout paid = payout(id);
        assertThat(paid.status()).isEqualTo("paid");
        assertThat(paid.addsUp()).isTrue();
        assertThat(paid.moved()).isEqualTo(Money.of(8450 + 3333 - 1050, "GBP"));
        List<PayoutPart> parts = in(north(), () -> check.parts(id, ""));
        assertThat(parts).extracting(PayoutPart::category).containsExactlyInAnyOrder("charge", "charge", "refund");
        assertThat(parts.stream()
                        .mapToLong(part -> part.amount().minus(part.fee()).minor())
                        .sum())
                .isEqualTo(paid.amount().minor());
        assertThat(balances(north())).containsEntry("BANK GBP", paid.amount().minor());
        assertThat(in(north(), () -> check.sums(id)))
                .extracting(Payout.Sum::category, sum -> sum.amount().minor(), Payout.Sum::count)
                .containsExactly(tuple("charge", 11_783L, 2), tuple("refund", -1050L, 1));
        assertThat(in(north(), check::payoutCount)).isOne();
        assertThat(in(north(), () -> check.payouts(2, 50))).isEmpty();
        assertThat(in(south(), check::payoutCount)).isZero();
        assertThat(in(south(), () -> check.sums(id))).isEmpty();
        assertThat(in(south(), () -> check.payout(id))).isEmpty();
        assertThat(in(south(), () -> check.parts(id, ""))).isEmpty();

        stripe.money().failPayout(account, id, "account_closed");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(payout(id).status()).isEqualTo("failed");
        assertThat(payout(id).failure()).isEqualTo("account_closed");
        assertThat(balances(north())).doesNotContainKey("BANK GBP");
        assertThat(differences()).isEmpty();
        assertSame();
    }

    @Test
    void aPayoutOfWhichAPartIsMissingIsNamed() {
        reconciled(north(), paid("1", DUE));
        settle();
        String id = stripe.money().payOut(account).getFirst();
        stripe.money().arrivePayout(account, id);
        compare();
        change("update __tenant__.stripe_transaction set payout_id = null where category = 'charge'");
        clock.advance(Duration.ofHours(1));
        compare();

        assertThat(differences()).extracting(Difference::kind).containsExactly(DifferenceKind.PAYOUT);
        assertThat(payout(id).addsUp()).isFalse();
    }

    @Test
    void aDisputeIsHeardOfWithItsDeadlineAndItsMoneyFollowed() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        stripe.dropWebhooks();
        String dispute = stripe.money().openDispute(account, charge(), "product_not_received");
        assertThat(stripe.send(waiting("charge.dispute.created"))).isEqualTo(200);
        assertThat(pointers(north())).contains("stripe-dispute:" + dispute);
        stripe.fail("GET /v1/disputes/.*", Fault.LOST_BEFORE, 1);
        forgetPointers();
        work(DisputeWork.KIND, dispute);
        assertThat(pointers(north())).as("asked again later").contains("stripe-dispute:" + dispute);
        work(DisputeWork.KIND, dispute);

        Dispute open = in(north(), check::disputes).getFirst();
        assertThat(open.needsAnswer()).isTrue();
        assertThat(open.payment()).isEqualTo(payment);
        assertThat(open.amount()).isEqualTo(DUE);
        assertThat(open.answerBy()).isAfter(clock.instant());
        assertThat(in(north(), check::disputesToAnswer)).isEqualTo(new ToAnswer(1, open.answerBy()));
        assertThat(in(south(), check::disputes)).isEmpty();
        assertThat(in(south(), check::disputesToAnswer)).isEqualTo(ToAnswer.NOTHING);

        compare();
        assertThat(balances(north())).containsEntry("DISPUTED GBP", 8450L);
        assertSame();

        stripe.money().decideDispute(account, dispute, false);
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(in(north(), check::disputes).getFirst().status()).isEqualTo("lost");
        assertThat(balances(north())).containsEntry("LOST GBP", 8450L).doesNotContainKey("DISPUTED GBP");
        assertThat(differences()).isEmpty();
        assertSame();
    }

    @Test
    void aDisputeThatIsWonBringsItsMoneyBackAndOneThatOnlyAsksMovesNone() {
        reconciled(north(), paid("1", DUE));
        String asked = stripe.money().inquire(account, charge());
        compare();
        assertThat(in(north(), check::disputes)).extracting(Dispute::id).containsExactly(asked);
        assertThat(balances(north())).doesNotContainKey("DISPUTED GBP");

        reconciled(north(), paid("2", Money.of(2000, "GBP")));
        String dispute = stripe.money().openDispute(account, charge(), "fraudulent");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(balances(north())).containsEntry("DISPUTED GBP", 2000L);
        stripe.money().decideDispute(account, dispute, true);
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(balances(north())).doesNotContainKeys("DISPUTED GBP", "LOST GBP");
        assertSame();
    }

    @Test
    void aLongListIsReadPageByPageAndGoneOnWithWhereItBroke() {
        for (int i = 0; i < 130; i++) {
            charge(100 + i);
        }
        stripe.fail(MOVEMENTS, Fault.LOST_BEFORE, 1);
        forgetPointers();
        compare();
        assertThat(pointers(north())).as("gone on with later").contains("stripe-check:now");
        assertThat(differences()).isEmpty();
        compare();

        assertThat(differences()).hasSize(130);
        assertSame();
    }

    @Test
    void anAccountThatIsNotOursToReadAnyMoreIsAskedNoMoreThatNight() {
        assertThat(in(north(), () -> check.compareSoon("Rosa"))).isTrue();
        connectedTo("acct_of_nobody");
        forgetPointers();

        compare();

        assertThat(pointers(north())).isEmpty();
        assertThat(in(north(), check::progress).underWay()).isFalse();
        connectedTo(account);
    }

    private void connectedTo(String other) {
        query(
                north(),
                () -> data.sql("update __tenant__.stripe_connection set account_id = :account")
                        .param("account", other)
                        .update());
    }

    @Test
    void eachNightHasItsComparisonAndTheAccountsOpeningBeginsIt() {
        assertThat(pointers(north())).contains("stripe-check:daily");
        work(StripeCheckWork.KIND, "daily");
        assertThat(pointers(north())).contains("stripe-check:now", "stripe-check:daily");
        assertThat(in(south(), () -> check.compareSoon("Rosa"))).isTrue();
        assertThat(pointers(south())).containsExactly("stripe-check:now");
        work(south(), StripeCheckWork.KIND, "now");
        assertThat(in(south(), check::progress).underWay())
                .as("over at once without an account")
                .isFalse();
    }

    @Test
    void whoAsksSeesHowFarItIsAndOneIsUnderWayAtATime() {
        reconciled(north(), paid("1", DUE));
        assertThat(in(north(), check::progress).askedAt()).isNull();
        assertThat(in(north(), () -> check.compareSoon("Rosa"))).isTrue();
        assertThat(in(north(), () -> check.compareSoon("Robin"))).isFalse();
        assertThat(in(north(), check::progress).underWay()).isTrue();
        assertThat(in(north(), check::progress).askedBy()).isEqualTo("Rosa");
        assertThat(in(south(), check::progress).underWay()).isFalse();

        clock.advance(Duration.ofMinutes(16));
        assertThat(in(north(), () -> check.compareSoon("Robin")))
                .as("Stripe did not answer for so long")
                .isTrue();
        compare();
        assertThat(in(north(), check::progress).underWay()).isFalse();
        assertThat(in(north(), check::progress).comparedAt()).isNotNull();
        assertThat(in(north(), () -> check.compareSoon("Rosa"))).isTrue();
    }

    @Test
    void whatIsSetAsideComesBackWhenItChangesOrIsFoundAgain() {
        reconciled(north(), paid("1", DUE));
        charge(500);
        compare();
        Difference found = differences().getFirst();
        assertThat(in(south(), () -> check.setAside(found, "Rosa", "Ours"))).isFalse();
        assertThat(in(north(), () -> check.setAside(found, "Rosa", "The till"))).isTrue();
        assertThat(in(north(), () -> check.setAside(found, "Robin", "Again"))).isFalse();

        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(differences()).isEmpty();
        assertThat(in(north(), () -> check.setAside()))
                .singleElement()
                .extracting(Difference::setAside)
                .extracting(SetAside::by, SetAside::reason)
                .containsExactly("Rosa", "The till");

        change("update __tenant__.stripe_difference set theirs_minor = 499");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(differences()).as("it has changed").hasSize(1);
        assertThat(in(north(), () -> check.setAside(found, "Rosa", "The till"))).isTrue();
        assertThat(in(north(), () -> check.bringBack(found.kind(), found.reference())))
                .isTrue();
        assertThat(in(north(), () -> check.bringBack(found.kind(), found.reference())))
                .isFalse();
        assertThat(differences()).hasSize(1);

        assertThat(in(north(), () -> check.setAside(found, "Rosa", "The till"))).isTrue();
        change("update __tenant__.stripe_difference set ended_at = seen_at");
        clock.advance(Duration.ofHours(1));
        compare();
        assertThat(differences()).as("it was gone").hasSize(1);
    }

    /** Days go by, and what was taken can be paid out. */
    private void settle() {
        clock.advance(Duration.ofDays(3));
        stripe.advance(Duration.ZERO);
    }

    private void compare() {
        work(StripeCheckWork.KIND, "now");
    }

    private void work(String kind, String ref) {
        work(north(), kind, ref);
    }

    private List<Difference> differences() {
        return in(north(), check::differences);
    }

    private Payout payout(String id) {
        return in(north(), () -> check.payouts(1, 50)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ledger's sums of what Stripe holds are Stripe's, in each currency. */
    private void assertSame() {
        assertThat(inTheLedger(north())).isEqualTo(atStripe(account));
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

    /** The newest charge. */
    private String charge() {
        return Json.text(stripe.all(account, "charge").getFirst(), "id");
    }

    private Map<String, Long> balances(Tenant tenant) {
        Map<String, Long> sums = new TreeMap<>();
        query(tenant, () -> ledger.balances())
                .forEach(each -> sums.put(
                        each.account() + " " + each.amount().currency(),
                        each.amount().minor()));
        return sums;
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

    private void refund(PaymentId payment, long minor) {
        String intent = query(
                north(),
                () -> data.sql("select payment_intent_id from __tenant__.payment where id = :id")
                        .param("id", payment.value())
                        .query(String.class)
                        .single());
        try {
            client.v1()
                    .refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setPaymentIntent(intent)
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
