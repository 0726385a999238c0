package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** Something made of others that can be paid by themselves: of all attempts at the same money, one at most is not over. */
class SeveralInOneTest extends PaymentsFixture {

    private static final Money EACH = Money.of(1_000, "GBP");
    private static final Money BOTH = Money.of(2_000, "GBP");
    private static final PayerRef ANA = new PayerRef("account", "1");

    @Autowired
    StripeClient client;

    private String account = "";
    private PayableRef one = new PayableRef("invoice", "1");
    private PayableRef two = one;
    private PayableRef three = one;
    private PayableRef oneAndTwo = one;
    private PayableRef twoAndThree = one;

    @BeforeEach
    void billsAreDue() {
        account = connect(north());
        one = bill(north(), "1", EACH);
        two = bill(north(), "2", EACH);
        three = bill(north(), "3", EACH);
        oneAndTwo = together(north(), "b12", one, two);
        twoAndThree = together(north(), "b23", two, three);
    }

    @Test
    void aPageForSeveralClosesThePageOfEach() {
        PaymentId first = begun(north(), one, EACH);
        PaymentId second = begun(north(), two, EACH);

        PaymentId all = begun(north(), oneAndTwo, BOTH);
        assertThat(((Redirect) start(north(), oneAndTwo, BOTH)).payment())
                .as("a double click")
                .isEqualTo(all);
        payEveryPage();

        assertThat(reconciled(north(), first).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), second).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), all).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(claimed(north())).isEmpty();
    }

    @Test
    void aPageForOneOfThemClosesThePageForAll() {
        PaymentId all = begun(north(), oneAndTwo, BOTH);
        assertThat(claimed(north())).containsExactly("1 " + all, "2 " + all, "b12 " + all);

        PaymentId second = begun(north(), two, EACH);
        assertThat(claimed(north())).containsExactly("2 " + second);
        payEveryPage();

        assertThat(reconciled(north(), all).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), second).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
    }

    @Test
    void overlappingOnesBegunAtOnceLeaveOnePageForWhatTheyShare() {
        List<PayableRef> wanted = List.of(oneAndTwo, twoAndThree, two);

        IntStream.range(0, 6)
                .mapToObj(click -> wanted.get(click % 3))
                .map(ref -> CompletableFuture.supplyAsync(() -> start(north(), ref, ref.equals(two) ? EACH : BOTH)))
                .toList()
                .forEach(CompletableFuture::join);
        payEveryPage();

        assertThat(charges(account)).isLessThanOrEqualTo(1);
        long open =
                claimed(north()).stream().filter(each -> each.startsWith("2 ")).count();
        assertThat(open).isLessThanOrEqualTo(1);
        wanted.forEach(ref -> in(north(), () -> payments.of(ref)).forEach(each -> reconciled(north(), each.id())));
        assertThat(claimed(north())).isEmpty();
    }

    @Test
    void whileABankTakesItsTimeWithOneNothingElseIsBegunThatHasIt() {
        PaymentId first = begun(north(), one, EACH);
        stripe.payByDebit(account, page(north(), first));
        assertThat(reconciled(north(), first).state()).isEqualTo(PaymentState.PROCESSING);

        assertThat(start(north(), oneAndTwo, BOTH)).isEqualTo(new Refused(Reason.BEING_PROCESSED));
        assertThat(start(north(), twoAndThree, BOTH)).isInstanceOf(Redirect.class);
    }

    @Test
    void whileABankTakesItsTimeWithAllNoneIsBegunByItself() {
        PaymentId all = begun(north(), oneAndTwo, BOTH);
        stripe.payByDebit(account, page(north(), all));
        assertThat(reconciled(north(), all).state()).isEqualTo(PaymentState.PROCESSING);

        CardId card = save(north(), account, ANA, TestCard.VISA);
        assertThat(start(north(), two, EACH)).isEqualTo(new Refused(Reason.BEING_PROCESSED));
        assertThat(byCard(two, EACH, card)).isEqualTo(new CardPaymentStart.Refused(Reason.BEING_PROCESSED));
        assertThat(in(north(), () -> payments.withdraw(two))).isEqualTo(Withdrawal.PAID_MEANWHILE);
    }

    @Test
    void aSavedCardForOneClosesThePageForAllAndTheOtherWayRound() {
        CardId card = save(north(), account, ANA, TestCard.VISA);
        PaymentId page = begun(north(), oneAndTwo, BOTH);

        assertThat(byCard(two, EACH, card)).isInstanceOf(CardPaymentStart.Told.class);
        PaymentId single = begun(north(), three, EACH);
        PayableRef threeAndMore = together(north(), "b34", three, bill(north(), "4", EACH));
        assertThat(byCard(threeAndMore, BOTH, card)).isInstanceOf(CardPaymentStart.Told.class);
        payEveryPage();

        assertThat(reconciled(north(), page).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), single).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(charges(account)).isEqualTo(2);
        assertThat(claimed(north())).isEmpty();
    }

    @Test
    void theLedgerHasWhatWasPaidAndGivenBackByPartsAndAtStripeInOne() throws StripeException {
        PaymentId all = begun(north(), oneAndTwo, BOTH);
        pay(north(), account, all, TestCard.VISA);
        assertThat(reconciled(north(), all).hasSucceeded()).isTrue();
        assertThat(owed(one)).isEqualTo(-1_000);
        assertThat(owed(two)).isEqualTo(-1_000);

        refund(all, 700);
        var _ = in(north(), () -> payments.reconcileAfterSuccess(all));
        refund(all, 600);
        var _ = in(north(), () -> payments.reconcileAfterSuccess(all));
        assertThat(owed(one)).isEqualTo(-700);
        assertThat(owed(two)).isZero();
        refund(all, 700);
        var _ = in(north(), () -> payments.reconcileAfterSuccess(all));
        assertThat(owed(one)).isZero();
        assertThat(owed(two)).isZero();
        assertThat(owed(oneAndTwo)).isZero();
        assertThat(query(north(), () -> bills.refunded(two))).containsExactly(700L, 1_000L);
        assertThat(query(north(), () -> bills.refunded(one))).containsExactly(300L, 1_000L);
        assertThat(query(
                        north(),
                        () -> ledger.of(oneAndTwo, LedgerAccount.STRIPE, "GBP").minor()))
                .isZero();
    }

    @Test
    void whatNothingCouldTakeIsOwedBackInOne() {
        PaymentId all = begun(north(), oneAndTwo, BOTH);
        in(north(), () -> {
            bills.withdraw(one);
            return 0;
        });
        pay(north(), account, all, TestCard.VISA);

        assertThat(reconciled(north(), all).needsAttention()).isTrue();
        assertThat(owed(one)).isZero();
        assertThat(query(
                        north(),
                        () -> ledger.of(oneAndTwo, LedgerAccount.UNALLOCATED, "GBP")
                                .minor()))
                .isEqualTo(-2_000);
    }

    @Test
    void withdrawingOneClosesThePageForAll() {
        PaymentId all = begun(north(), oneAndTwo, BOTH);

        assertThat(in(north(), () -> payments.withdraw(two))).isEqualTo(Withdrawal.CLOSED);

        assertThat(stored(north(), all).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(claimed(north())).isEmpty();
    }

    @Test
    void theDatabaseItselfHasOneAttemptAtATimeAlsoForAReleaseThatKnowsNothingOfParts() {
        PaymentId all = begun(north(), oneAndTwo, BOTH);

        assertThatThrownBy(() -> written(two)).isInstanceOf(DuplicateKeyException.class);
        assertThat(in(north(), () -> payments.withdraw(oneAndTwo))).isEqualTo(Withdrawal.CLOSED);
        UUID byHand = written(two);
        assertThat(claimed(north())).containsExactly("2 " + byHand);
        assertThat(start(north(), oneAndTwo, BOTH)).as("closes that one").isInstanceOf(Redirect.class);
        assertThat(stored(north(), new PaymentId(byHand)).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(stored(north(), all).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void thoseOfAnotherClinicWithTheSameIdsAreNotInTheWay() {
        connect(south());
        PayableRef there = bill(south(), "1", EACH);
        PaymentId theirs = begun(south(), there, EACH);

        PaymentId ours = begun(north(), oneAndTwo, BOTH);

        assertThat(claimed(south())).containsExactly("1 " + theirs);
        assertThat(claimed(north())).containsExactly("1 " + ours, "2 " + ours, "b12 " + ours);
        assertThat(stored(south(), theirs).state()).isEqualTo(PaymentState.OPEN);
    }

    private PayableRef together(Tenant tenant, String id, PayableRef... parts) {
        return query(tenant, () -> bundles.add(id, parts));
    }

    private CardPaymentStart byCard(PayableRef ref, Money amount, CardId card) {
        return in(
                north(),
                () -> savedCardPayments.pay(
                        CardCharge.of(new PaymentId(UUID.randomUUID()), ref, amount),
                        ANA,
                        card,
                        URI.create("http://north.localhost/payments/return")));
    }

    private long owed(PayableRef ref) {
        return query(
                north(), () -> ledger.of(ref, LedgerAccount.RECEIVABLE, "GBP").minor());
    }

    /** The clinic gives some of it back in its own Stripe account. */
    private void refund(PaymentId payment, long minor) throws StripeException {
        String intent = query(
                north(),
                () -> data.sql("select payment_intent_id from __tenant__.payment where id = :id")
                        .param("id", payment.value())
                        .query(String.class)
                        .single());
        client.v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(intent)
                                .setAmount(minor)
                                .build(),
                        RequestOptions.builder().setStripeAccount(account).build());
    }

    /** An attempt as the release before wrote it. */
    private UUID written(PayableRef ref) {
        UUID id = UUID.randomUUID();
        query(
                north(),
                () -> data.sql("""
                        insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                            paid_url, left_url, state, account_id, session_expires_at, created_at, changed_at)
                        values (:id, :kind, :ref, 1000, 'GBP', 'Invoice 2', 'en', '/', '/', 'created', :account,
                            timestamptz '2100-01-01', now(), now())""")
                        .param("id", id)
                        .param("kind", ref.kind())
                        .param("ref", ref.id())
                        .param("account", account)
                        .update());
        return id;
    }

    /** What is claimed, and by which attempt. */
    private List<String> claimed(Tenant tenant) {
        return query(
                tenant,
                () -> data.sql("select payable_id || ' ' || payment_id from __tenant__.payment_claim"
                                + " order by payable_id collate \"C\"")
                        .query(String.class)
                        .list());
    }

    /** Everybody who has a page, open or not any more, tries to pay on it. */
    private void payEveryPage() {
        List.copyOf(stripe.all(account, "checkout.session"))
                .forEach(page -> stripe.pay(account, Json.text(page, "id"), TestCard.VISA));
    }
}
