package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.Refund.State;
import io.anteroom.payments.refund.RefundAskedWork;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.payments.refund.RefundWork;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.payments.refund.RefundsSeen;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff have given back, whole or in part: once each, and never more than came in. */
class StaffRefundTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final String REFUND = "POST /v1/refunds";

    @Autowired
    Refunds refunds;

    @Autowired
    StripeClient client;

    private String account = "";
    private PayableRef bill = new PayableRef("invoice", "1");
    private PaymentId payment = new PaymentId(new UUID(0, 0));

    @BeforeEach
    void aBillIsPaid() {
        account = connect(north());
        payment = paid("1", DUE);
        bill = new PayableRef("invoice", "1");
    }

    @Test
    void aPartIsGivenBackThenTheRestAndNothingMore() {
        UUID part = asked(3000);
        assertThat(pointers(north())).contains("stripe-refund-asked:" + part);
        assertThat(stored(north(), payment).refundedMinor()).isZero();
        work(part);

        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(3000);
        assertThat(ask(north(), UUID.randomUUID(), Money.of(5451, "GBP")))
                .isEqualTo(new RefundAsking.TooMuch(Money.of(5450, "GBP")));
        work(asked(5450));

        assertThat(stored(north(), payment).isRefunded()).isTrue();
        assertThat(atStripe()).containsExactlyInAnyOrder(3000L, 5450L);
        assertThat(query(north(), () -> bills.refunded(bill))).containsExactly(3000L, 8450L);
        assertThat(query(north(), () -> ledger.balances()))
                .extracting(Ledger.Balance::account)
                .doesNotContain(LedgerAccount.STRIPE);
        assertThat(known()).extracting(Refund::state).containsExactly(State.GIVEN, State.GIVEN);
        assertThat(known().getFirst().reason()).isEqualTo("Too dear");
        assertThat(known().getFirst().askedBy()).isEqualTo("Robin Desk");
    }

    @Test
    void aSecondClickIsTheSameRefund() {
        UUID id = asked(3000);
        assertThat(ask(north(), id, Money.of(3000, "GBP"))).isEqualTo(new RefundAsking.Asked(id, false));
        work(id);
        assertThat(ask(north(), id, Money.of(3000, "GBP"))).isEqualTo(new RefundAsking.Asked(id, false));
        work(id);

        assertThat(atStripe()).containsExactly(3000L);
    }

    @Test
    void aFormThatWasOpenBesideAnotherGivesBackNothingMore() {
        RefundsSeen seen = in(north(), () -> refunds.seen(payment));
        work(asked(3000));

        assertThat(in(
                        north(),
                        () -> refunds.ask(UUID.randomUUID(), payment, Money.of(3000, "GBP"), seen, "Why", "Rosa")))
                .isEqualTo(new RefundAsking.Meanwhile());
        assertThat(atStripe()).containsExactly(3000L);
        assertThat(in(north(), () -> refunds.seen(payment))).isEqualTo(new RefundsSeen(1, 3000));
        assertThat(in(north(), () -> refunds.of(bill))).hasSize(1);
        assertThat(in(south(), () -> refunds.of(bill))).as("of another clinic").isEmpty();
    }

    @Test
    void oneAtATimeOfEachPayment() {
        UUID id = asked(3000);
        assertThat(ask(north(), UUID.randomUUID(), Money.of(100, "GBP"))).isEqualTo(new RefundAsking.Busy());
        work(id);
        assertThat(query(north(), () -> payments.giveBack(payment))).isTrue();
        assertThat(ask(north(), UUID.randomUUID(), Money.of(100, "GBP"))).isEqualTo(new RefundAsking.Busy());
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfTheQuestionItIsGivenBackOnce(Fault fault) {
        UUID id = asked(3000);
        fail(REFUND, fault);
        work(id);
        clock.advance(Duration.ofMinutes(1));
        work(id);

        assertThat(atStripe()).containsExactly(3000L);
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(3000);
        assertThat(known()).extracting(Refund::state).containsExactly(State.GIVEN);
    }

    @Test
    void behindAnErrorThatStripeKeepsWhatWasDoneIsFound() {
        UUID id = asked(3000);
        stripe.fail(REFUND, LastingFault.ERROR_KEPT, 1);
        work(id);

        assertThat(known()).extracting(Refund::state).containsExactly(State.GIVEN);
        assertThat(atStripe()).containsExactly(3000L);
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(3000);
    }

    @Test
    void whereNothingWasDoneBehindAnErrorThatStripeKeepsItIsSaidAndMayBeAskedForAgain() {
        UUID id = asked(3000);
        stripe.fail(REFUND, LastingFault.ERROR_KEPT_BEFORE, 1);
        work(id);

        assertThat(known()).extracting(Refund::state).containsExactly(State.REFUSED);
        assertThat(atStripe()).isEmpty();
        work(asked(3000));
        assertThat(atStripe()).containsExactly(3000L);
    }

    @Test
    void whatWasDoneWithoutAnAnswerIsFoundEvenWhenItsKeyIsForgotten() {
        UUID id = asked(3000);
        fail(REFUND, Fault.LOST_AFTER);
        stripe.fail("GET /v1/refunds.*", Fault.ERROR_BEFORE, 2);
        work(id);
        assertThat(atStripe()).containsExactly(3000L);
        assertThat(known()).extracting(Refund::state).containsExactly(State.ASKED);
        clock.advance(Duration.ofDays(3));
        work(id);
        work(id);

        assertThat(atStripe()).containsExactly(3000L);
        assertThat(known()).extracting(Refund::state).containsExactly(State.GIVEN);
    }

    @Test
    void anAnswerThatCouldNotBeReadAfterwardsIsReadLater() {
        UUID id = asked(3000);
        stripe.fail(READ_PAGE, Fault.ERROR_BEFORE, 2);
        work(id);
        assertThat(known()).extracting(Refund::state).containsExactly(State.ASKED);
        assertThat(pointers(north())).contains("stripe-refund-asked:" + id);
        work(id);

        assertThat(known()).extracting(Refund::state).containsExactly(State.GIVEN);
        assertThat(atStripe()).containsExactly(3000L);
    }

    @Test
    void whatStripeRefusesIsSaidAndNothingGivenBack() {
        UUID id = asked(8450);
        inItsOwnAccount(1000);
        work(id);

        assertThat(known()).extracting(Refund::state).containsExactly(State.REFUSED);
        assertThat(known().getFirst().failure()).isNotBlank();
        assertThat(stored(north(), payment).refundedMinor())
                .as("and what was given back meanwhile is heard of")
                .isEqualTo(1000);
        work(asked(7450));
        assertThat(stored(north(), payment).isRefunded()).isTrue();
    }

    @Test
    void oneThatDoesNotArriveIsSaidAndMayBeAskedForAgain() {
        UUID id = asked(3000);
        work(id);
        stripe.dropWebhooks();
        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        assertThat(stripe.send(waiting("refund.failed"))).isEqualTo(200);
        assertThat(pointers(north())).contains("stripe-refund:" + payment);
        work(north(), RefundWork.KIND, payment.toString());

        assertThat(known()).extracting(Refund::state).containsExactly(State.FAILED);
        assertThat(stored(north(), payment).refundedMinor()).isZero();
        work(asked(8450));
        assertThat(stored(north(), payment).isRefunded()).isTrue();
    }

    @Test
    void oneThatDoesNotArriveAndWhoseEventIsLostIsFoundByTheComparison() {
        UUID id = asked(3000);
        work(id);
        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        stripe.dropWebhooks();

        work(north(), StripeCheckWork.KIND, StripeCheckWork.NOW);

        assertThat(stored(north(), payment).refundedMinor()).isZero();
        assertThat(pointers(north())).contains("stripe-refund:" + payment);
        work(north(), RefundWork.KIND, payment.toString());
        assertThat(known()).extracting(Refund::state).containsExactly(State.FAILED);
    }

    @Test
    void oneThatDidNotArriveIsSettledInAnotherWayOnceAndIsNobodysTaskAnyMore() {
        UUID id = asked(8450);
        Refund underWay = known().getFirst();
        assertThat(in(north(), () -> refunds.settle(underWay, "In cash", "Rosa")))
                .as("before it has failed")
                .isFalse();
        work(id);
        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        work(north(), RefundWork.KIND, payment.toString());
        query(
                north(),
                () -> data.sql("update __tenant__.payment set allocation = 'unallocated' where id = :id")
                        .param("id", payment.value())
                        .update());
        assertThat(in(north(), () -> payments.needingAttention())).hasSize(1);

        Refund failed = known().getFirst();
        assertThat(in(south(), () -> refunds.settle(failed, "In cash", "Rosa")))
                .as("at another clinic")
                .isFalse();
        assertThat(in(north(), () -> refunds.settle(failed, "In cash", "Rosa"))).isTrue();
        assertThat(in(north(), () -> refunds.settle(failed, "By transfer", "Rosa")))
                .as("twice")
                .isFalse();

        assertThat(known().getFirst().settled()).isEqualTo(new Refund.Settled(clock.instant(), "Rosa", "In cash"));
        assertThat(in(north(), () -> payments.needingAttention())).isEmpty();
    }

    @Test
    void oneAfterWhichMoreWasGivenBackIsNotSettledInAnotherWay() {
        work(asked(3000));
        stripe.money()
                .endRefund(account, Json.text(stripe.all(account, "refund").getFirst(), "id"), "failed");
        work(north(), RefundWork.KIND, payment.toString());
        Refund failed = known().getFirst();
        asked(3000);

        assertThat(in(north(), () -> refunds.settle(failed, "In cash", "Rosa"))).isFalse();
    }

    @Test
    void theDatabaseRefusesMoreThanIsLeftWhoeverWritesIt() {
        work(asked(3000));
        for (String wrong : new String[] {"5451, 'GBP'", "100, 'EUR'"}) {
            assertThatThrownBy(() -> query(
                            north(),
                            () -> data.sql(
                                            "insert into __tenant__.payment_refund (id, payment_id, amount_minor, currency,"
                                                    + " reason, asked_by, asked_at, state, refunded_minor, changed_at) values"
                                                    + " (gen_random_uuid(), :payment, " + wrong
                                                    + ", 'No', 'Nobody', now(), 'asked', 0, now())")
                                    .param("payment", payment.value())
                                    .update()))
                    .as(wrong)
                    .hasStackTraceContaining("more than is left");
        }
    }

    @Test
    void whatIsNotThereOrCannotBeMovedExactlyIsRefused() {
        assertThat(ask(south(), UUID.randomUUID(), Money.of(100, "GBP"))).isEqualTo(new RefundAsking.NothingThere());
        assertThat(ask(north(), UUID.randomUUID(), Money.of(100, "EUR"))).isEqualTo(new RefundAsking.NothingThere());
        assertThatIllegalArgumentException().isThrownBy(() -> ask(north(), UUID.randomUUID(), Money.of(-1, "GBP")));
        payment = paid("2", Money.of(8450, "KWD"));
        assertThat(ask(north(), UUID.randomUUID(), Money.of(1005, "KWD"))).isEqualTo(new RefundAsking.NotInSteps());
        UUID id = UUID.randomUUID();
        assertThat(ask(north(), id, Money.of(1010, "KWD"))).isEqualTo(new RefundAsking.Asked(id, true));
        work(id);
        assertThat(stored(north(), payment).refunded()).isEqualTo(Money.of(1010, "KWD"));
        assertThat(in(south(), () -> refunds.of(payment))).isEmpty();
    }

    private PaymentId paid(String id, Money due) {
        PaymentId begun = begun(north(), bill(north(), id, due), due);
        pay(north(), account, begun, TestCard.VISA);
        reconciled(north(), begun);
        stripe.dropWebhooks();
        return begun;
    }

    private UUID asked(long minor) {
        UUID id = UUID.randomUUID();
        assertThat(ask(north(), id, Money.of(minor, "GBP"))).isEqualTo(new RefundAsking.Asked(id, true));
        return id;
    }

    private RefundAsking ask(Tenant tenant, UUID id, Money amount) {
        return in(tenant, () -> refunds.ask(id, payment, amount, refunds.seen(payment), "Too dear", "Robin Desk"));
    }

    private List<Refund> known() {
        return in(north(), () -> refunds.of(payment));
    }

    private List<Long> atStripe() {
        return stripe.all(account, "refund").stream()
                .filter(each -> Json.text(each, "status").equals("succeeded"))
                .map(each -> each.get("amount").asLong())
                .toList();
    }

    private void inItsOwnAccount(long minor) {
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

    private void work(UUID refund) {
        work(north(), RefundAskedWork.KIND, refund.toString());
    }
}
