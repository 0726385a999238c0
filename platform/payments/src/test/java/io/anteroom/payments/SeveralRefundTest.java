package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAskedWork;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is given back of a payment of several: of the part that staff name, or else of the last part first, and always exactly. */
class SeveralRefundTest extends PaymentsFixture {

    @Autowired
    Refunds refunds;

    @Autowired
    StripeClient client;

    private String account = "";
    private PayableRef one = new PayableRef("invoice", "1");
    private PayableRef two = one;
    private PayableRef three = one;
    private PayableRef all = one;
    private PaymentId payment = new PaymentId(new UUID(0, 0));

    @BeforeEach
    void threeArePaidAtOnce() {
        account = connect(north());
        one = bill(north(), "1", Money.of(1_000, "GBP"));
        two = bill(north(), "2", Money.of(2_000, "GBP"));
        three = bill(north(), "3", Money.of(3_000, "GBP"));
        all = query(north(), () -> bundles.add("b", one, two, three));
        payment = begun(north(), all, Money.of(6_000, "GBP"));
        pay(north(), account, payment, TestCard.VISA);
        assertThat(reconciled(north(), payment).hasSucceeded()).isTrue();
        stripe.dropWebhooks();
        assertGivenBack(0, 0, 0);
    }

    @Test
    void staffGiveBackOfOnePartNoMoreThanThatPartAndTheOthersStayAsTheyAre() {
        done(asked(one, 400));
        assertGivenBack(400, 0, 0);
        assertThat(ask(north(), one, 601)).isEqualTo(new RefundAsking.TooMuch(Money.of(600, "GBP")));
        done(asked(two, 2_000));
        done(asked(one, 600));
        assertGivenBack(1_000, 2_000, 0);

        assertThat(ask(north(), one, 1)).isEqualTo(new RefundAsking.TooMuch(Money.of(0, "GBP")));
        assertThat(query(north(), () -> bills.refunded(one))).containsExactly(400L, 1_000L);
        assertThat(query(north(), () -> bills.refunded(two))).containsExactly(2_000L);
        assertThat(query(north(), () -> bills.refunded(three))).isEmpty();
        assertThat(query(north(), () -> bills.refunded(all))).isEmpty();
        assertThat(in(north(), () -> refunds.of(one)))
                .extracting(Refund::amount)
                .containsExactlyInAnyOrder(Money.of(400, "GBP"), Money.of(600, "GBP"));
        assertThat(in(north(), () -> refunds.of(three))).isEmpty();
        assertThat(in(south(), () -> refunds.of(one))).as("of another clinic").isEmpty();
    }

    @Test
    void whatTheClinicGivesBackAtStripeFallsOnTheLastPartFirstAndLeavesWhatStaffNamed() {
        done(asked(three, 500));
        inItsOwnAccount(2_700);
        assertGivenBack(0, 200, 3_000);
        done(asked(one, 100));
        assertGivenBack(100, 200, 3_000);
        assertThat(ask(north(), two, 1_801)).isEqualTo(new RefundAsking.TooMuch(Money.of(1_800, "GBP")));

        assertThat(query(north(), () -> payments.giveBack(payment))).isTrue();
        work(north(), "stripe-give-back", payment.toString());
        assertGivenBack(1_000, 2_000, 3_000);
        assertThat(stored(north(), payment).isRefunded()).isTrue();
    }

    @Test
    void oneThatDoesNotArriveIsThePartsAgainThatItWasOf() {
        done(asked(one, 400));
        done(asked(two, 300));
        inItsOwnAccount(50);
        String first = stripe.all(account, "refund").stream()
                .filter(each -> each.get("amount").asLong() == 400)
                .map(each -> Json.text(each, "id"))
                .findFirst()
                .orElseThrow();

        stripe.dropWebhooks();
        stripe.money().endRefund(account, first, "failed");
        assertThat(stripe.send(waiting("refund.failed"))).isEqualTo(200);
        work(north(), RefundWork.KIND, payment.toString());

        assertGivenBack(0, 300, 50);
        assertThat(query(north(), () -> bills.refunded(one))).containsExactly(400L, 0L);
        assertThat(query(north(), () -> bills.refunded(two))).containsExactly(300L);
        done(asked(one, 1_000));
        assertGivenBack(1_000, 300, 50);
    }

    @Test
    void eachOfThemSeesNoMoreOfThePaymentThanItsOwnPart() {
        done(asked(two, 700));

        assertThat(in(north(), () -> payments.of(two))).singleElement().satisfies(seen -> {
            assertThat(seen.id()).isEqualTo(payment);
            assertThat(seen.amount()).isEqualTo(Money.of(2_000, "GBP"));
            assertThat(seen.refundedMinor()).isEqualTo(700);
        });
        assertThat(in(north(), () -> payments.of(one)).getFirst().refundedMinor())
                .isZero();
        assertThat(in(north(), () -> payments.of(all)).getFirst().refundedMinor())
                .isEqualTo(700);
        connect(south());
        bill(south(), "2", Money.of(2_000, "GBP"));
        assertThat(in(south(), () -> payments.of(two))).as("of another clinic").isEmpty();
    }

    @Test
    void whatCountedOnNoneIsGivenBackPartByPartOrAtOnce() {
        PayableRef four = bill(north(), "4", Money.of(400, "GBP"));
        PayableRef five = bill(north(), "5", Money.of(500, "GBP"));
        PayableRef both = query(north(), () -> bundles.add("c", four, five));
        payment = begun(north(), both, Money.of(900, "GBP"));
        in(north(), () -> {
            bills.withdraw(four);
            return 0;
        });
        pay(north(), account, payment, TestCard.VISA);
        assertThat(reconciled(north(), payment).needsAttention()).isTrue();
        assertThat(settled(north(), five)).isEmpty();

        done(asked(five, 500));
        assertThat(in(north(), () -> payments.of(five)).getFirst().needsAttention())
                .isFalse();
        assertThat(in(north(), () -> payments.of(four)).getFirst().needsAttention())
                .isTrue();
        assertThat(query(north(), () -> payments.giveBack(payment))).isTrue();
        work(north(), "stripe-give-back", payment.toString());

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(in(north(), () -> payments.needingAttention())).isEmpty();
        assertThat(query(north(), () -> bills.refunded(both))).containsExactly(500L, 900L);
        assertThat(query(north(), () -> bills.refunded(five))).isEmpty();
        assertThat(query(
                        north(),
                        () -> ledger.of(both, LedgerAccount.UNALLOCATED, "GBP").minor()))
                .isZero();
    }

    @Test
    void whatIsNoPartOfItIsNotGivenBack() {
        PayableRef other = bill(north(), "4", Money.of(500, "GBP"));
        assertThat(ask(north(), other, 1)).isEqualTo(new RefundAsking.TooMuch(Money.of(0, "GBP")));
        assertThat(ask(south(), one, 1)).isEqualTo(new RefundAsking.NothingThere());
        assertThat(stripe.all(account, "refund")).isEmpty();
    }

    @Test
    void theDatabaseRefusesMoreThanIsLeftOfAPartAndPartsThatAreNotWhatIsPaid() {
        done(asked(one, 400));
        assertThatThrownBy(() -> sql(
                        "insert into __tenant__.payment_refund (id, payment_id, payable_kind, payable_id, amount_minor,"
                                + " currency, reason, asked_by, asked_at, state, refunded_minor, changed_at) values (gen_random_uuid(), :id,"
                                + " 'invoice', '1', 601, 'GBP', 'No', 'Nobody', now(), 'asked', 0, now())"))
                .hasStackTraceContaining("more than is left of that part");
        assertThatThrownBy(() -> sql(
                        "update __tenant__.payment_part set refunded_minor = amount_minor + 1 where payment_id = :id"))
                .hasStackTraceContaining("payment_part_gives_back_its_own");
        assertThatThrownBy(() -> sql(
                        "insert into __tenant__.payment_part (payment_id, position, payable_kind, payable_id, description,"
                                + " amount_minor) values (:id, 4, 'invoice', '4', 'Invoice 4', 1)"))
                .hasStackTraceContaining("are not what is paid");
    }

    @Test
    void whatAnOlderReleaseRecordedAsGivenBackIsPostedByParts() {
        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);
        inItsOwnAccountUnheard(3_500);
        sql("update __tenant__.payment set refunded_minor = 3500 where id = :id");

        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);

        assertGivenBack(0, 500, 3_000);
        assertThat(query(north(), () -> bills.refunded(three))).containsExactly(3_000L);
    }

    @Test
    void thePageNamesEachOfThem() {
        assertThat(stripe.all(account, "checkout.session")
                        .getFirst()
                        .get("amount_total")
                        .asLong())
                .isEqualTo(6_000);
        assertThat(query(
                        north(),
                        () -> data.sql(
                                        "select description || ' ' || amount_minor from __tenant__.payment_part order by position")
                                .query(String.class)
                                .list()))
                .containsExactly("Invoice 1 1000", "Invoice 2 2000", "Invoice 3 3000");
    }

    /** What is given back of each: as the parts, their bills, the ledger and the payment itself have it. */
    private void assertGivenBack(long ofOne, long ofTwo, long ofThree) {
        assertThat(query(
                        north(),
                        () -> data.sql("select refunded_minor from __tenant__.payment_part order by position")
                                .query(Long.class)
                                .list()))
                .containsExactly(ofOne, ofTwo, ofThree);
        assertThat(List.of(owed(one), owed(two), owed(three)))
                .containsExactly(ofOne - 1_000, ofTwo - 2_000, ofThree - 3_000);
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(ofOne + ofTwo + ofThree);
    }

    private long owed(PayableRef ref) {
        return query(
                north(), () -> ledger.of(ref, LedgerAccount.RECEIVABLE, "GBP").minor());
    }

    private UUID asked(PayableRef of, long minor) {
        RefundAsking asked = ask(north(), of, minor);
        assertThat(asked).isInstanceOf(RefundAsking.Asked.class);
        return ((RefundAsking.Asked) asked).id();
    }

    private RefundAsking ask(Tenant tenant, @Nullable PayableRef of, long minor) {
        return in(
                tenant,
                () -> refunds.ask(
                        UUID.randomUUID(),
                        payment,
                        of,
                        Money.of(minor, "GBP"),
                        refunds.seen(payment),
                        "Too dear",
                        "Robin Desk"));
    }

    private void done(UUID refund) {
        work(north(), RefundAskedWork.KIND, refund.toString());
    }

    private void inItsOwnAccount(long minor) {
        inItsOwnAccountUnheard(minor);
        var _ = in(north(), () -> payments.reconcileAfterSuccess(payment));
    }

    private void inItsOwnAccountUnheard(long minor) {
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
                            RequestOptions.builder().setStripeAccount(account).build());
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    private void sql(String statement) {
        query(north(), () -> data.sql(statement).param("id", payment.value()).update());
    }
}
