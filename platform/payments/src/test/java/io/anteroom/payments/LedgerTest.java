package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.LedgerEntry;
import io.anteroom.payments.ledger.Posting;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.tenancy.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What payments leave in the ledger, and what the database refuses whoever asks. */
class LedgerTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    StripeClient client;

    private String account = "";

    @BeforeEach
    void connected() {
        account = connect(north());
    }

    @Test
    void moneyThatArrivesIsOwedNoLonger() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);

        assertThat(balances(north())).isEqualTo(Map.of("STRIPE GBP", 8450L, "RECEIVABLE GBP", -8450L));
        assertThat(balances(south())).isEmpty();
        var bill = new PayableRef("invoice", "1");
        assertThat(query(north(), () -> ledger.entries(bill, 10)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo(EntryKind.PAYMENT);
                    assertThat(entry.lines())
                            .containsExactlyInAnyOrder(
                                    new LedgerEntry.Line(LedgerAccount.STRIPE, DUE),
                                    new LedgerEntry.Line(LedgerAccount.RECEIVABLE, DUE.times(-1)));
                });
        assertThat(query(south(), () -> ledger.entries(bill, 10))).isEmpty();
    }

    @Test
    void moneyThatNothingCouldTakeIsOwedBack() {
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId payment = begun(north(), bill, DUE);
        in(north(), () -> {
            bills.withdraw(bill);
            return 0;
        });
        pay(north(), account, payment, TestCard.VISA);
        reconciled(north(), payment);

        assertThat(balances(north())).isEqualTo(Map.of("STRIPE GBP", 8450L, "UNALLOCATED GBP", -8450L));
        refund(payment, 8450);
        in(north(), () -> payments.reconcileAfterSuccess(payment));
        assertThat(balances(north())).isEmpty();
    }

    @Test
    void whatBreaksWhileItIsRecordedLeavesNoEntry() {
        PaymentId payment = paid("1", DUE);
        bills.crash(1);
        assertThatThrownBy(() -> reconciled(north(), payment)).isInstanceOf(IllegalStateException.class);
        assertThat(balances(north())).isEmpty();

        reconciled(north(), payment);
        assertThat(balances(north())).containsEntry("STRIPE GBP", 8450L);
    }

    @Test
    void eachCurrencyIsASumOfItsOwn() {
        reconciled(north(), paid("1", Money.of(8450, "KWD")));
        reconciled(north(), paid("2", Money.of(900, "JPY")));

        assertThat(balances(north())).containsEntry("STRIPE KWD", 8450L).containsEntry("STRIPE JPY", 900L);
    }

    @Test
    void aRefundThatFailsComesBackAndMayBeMadeAgain() {
        PaymentId payment = paid("1", DUE);
        reconciled(north(), payment);
        stripe.dropWebhooks();
        refund(payment, 1000);
        stripe.send(waiting("charge.refunded"));
        assertThat(balances(north())).containsEntry("STRIPE GBP", 7450L);
        stripe.dropWebhooks();

        stripe.money().endRefund(account, lastRefund(), "failed");
        Delivery failed = waiting("refund.failed");
        assertThat(stripe.send(failed)).isEqualTo(200);

        assertThat(stored(north(), payment).refundedMinor()).isZero();
        assertThat(balances(north())).isEqualTo(Map.of("STRIPE GBP", 8450L, "RECEIVABLE GBP", -8450L));

        stripe.dropWebhooks();
        refund(payment, 1000);
        stripe.send(waiting("charge.refunded"));
        assertThat(stored(north(), payment).refundedMinor()).isEqualTo(1000);
        assertThat(balances(north())).containsEntry("STRIPE GBP", 7450L);
        assertThat(query(north(), () -> bills.refunded(new PayableRef("invoice", "1"))))
                .containsExactly(1000L, 0L, 1000L);
    }

    @Test
    void anEntryIsPostedOnceForItsSource() {
        changedByHand = true;
        Posting posting =
                Posting.of("test:1", EntryKind.FEE, AT).move(DUE, LedgerAccount.STRIPE, LedgerAccount.FEES, null);

        assertThat(query(north(), () -> ledger.post(posting))).isTrue();
        assertThat(query(north(), () -> ledger.post(posting))).isFalse();
        assertThat(query(south(), () -> ledger.post(posting)))
                .as("of another clinic")
                .isTrue();
        assertThat(balances(north())).isEqualTo(Map.of("FEES GBP", 8450L, "STRIPE GBP", -8450L));
    }

    @Test
    void whatDoesNotBalanceIsRefusedByTheCodeAndByTheDatabase() {
        changedByHand = true;
        Posting lame = Posting.of("test:1", EntryKind.FEE, AT).line(LedgerAccount.FEES, DUE, null);
        assertThatThrownBy(() -> query(north(), () -> ledger.post(lame))).isInstanceOf(IllegalArgumentException.class);

        entry("test:2");
        assertThatThrownBy(
                        () -> sql(
                                "insert into __tenant__.ledger_line (entry_id, position, account, currency, amount_minor)"
                                        + " select id, 7, 'fees', 'GBP', 5 from __tenant__.ledger_entry where source = 'test:2'"))
                .hasStackTraceContaining("does not balance");
        assertThatThrownBy(() ->
                        sql("with e as (insert into __tenant__.ledger_entry (source, kind, happened_at, posted_at)"
                                + " values ('test:3', 'fee', now(), now()) returning id) insert into __tenant__.ledger_line"
                                + " (entry_id, position, account, currency, amount_minor) select e.id, v.p, 'fees', v.c, v.m from e"
                                + " cross join (values (0, 'GBP', 5), (1, 'JPY', -5)) as v (p, c, m)"))
                .hasStackTraceContaining("does not balance");
        assertThatThrownBy(() -> sql("insert into __tenant__.ledger_entry (source, kind, happened_at, posted_at)"
                        + " values ('test:4', 'fee', now(), now())"))
                .as("without a line")
                .hasStackTraceContaining("does not balance");
    }

    @Test
    void nobodyChangesOrDeletesWhatIsWritten() {
        changedByHand = true;
        entry("test:1");

        for (String change : new String[] {
            "update __tenant__.ledger_entry set kind = 'payout'",
            "delete from __tenant__.ledger_entry",
            "update __tenant__.ledger_line set amount_minor = 2 * amount_minor",
            "delete from __tenant__.ledger_line"
        }) {
            assertThatThrownBy(() -> sql(change)).as(change).hasStackTraceContaining("permission denied");
        }
    }

    private void entry(String source) {
        assertThat(query(
                        north(),
                        () -> ledger.post(Posting.of(source, EntryKind.FEE, AT)
                                .move(DUE, LedgerAccount.STRIPE, LedgerAccount.FEES, null))))
                .isTrue();
    }

    private void sql(String statement) {
        query(north(), () -> data.sql(statement).update());
    }

    private PaymentId paid(String bill, Money due) {
        PaymentId payment = begun(north(), bill(north(), bill, due), due);
        pay(north(), account, payment, TestCard.VISA);
        return payment;
    }

    private String lastRefund() {
        return Json.text(stripe.all(account, "refund").getFirst(), "id");
    }

    private Map<String, Long> balances(Tenant tenant) {
        Map<String, Long> sums = new TreeMap<>();
        query(tenant, () -> ledger.balances())
                .forEach(each -> sums.put(
                        each.account() + " " + each.amount().currency(),
                        each.amount().minor()));
        return sums;
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
                            RequestOptions.builder().setStripeAccount(account).build());
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }
}
