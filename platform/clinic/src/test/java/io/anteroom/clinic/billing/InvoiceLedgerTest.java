package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.bundle.BundleId;
import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.InvoiceBundle;
import io.anteroom.clinic.billing.bundle.InvoiceBundles;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import io.anteroom.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What invoices write into the ledger: what patients owe by it is what their invoices say. */
class InvoiceLedgerTest extends BillingFixture {

    @Autowired
    Ledger ledger;

    @Autowired
    InvoiceCredit credit;

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    InvoiceBundles bundles;

    @Autowired
    List<Payables> owners;

    private int refunds;
    private int together;

    @Test
    void sendingMakingVoidAndCreditingGoThroughReceivablesRevenueAndTax() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId one = draft(north(), ann, line("1", 10_000, 2000));
        assertThat(balances(north())).as("a draft").isEmpty();
        as(north(), () -> billing.send(one, STAFF));
        InvoiceId two = sent(north(), ann, 500);
        assertThat(balances(north())).isEqualTo(Map.of("RECEIVABLE", 12_500L, "REVENUE", -10_500L, "TAX", -2_000L));

        as(north(), () -> voiding.withdraw(two, "Twice", STAFF));
        credit(one, 6_000);
        assertThat(balances(north())).isEqualTo(Map.of("RECEIVABLE", 6_000L, "REVENUE", -5_000L, "TAX", -1_000L));
        assertThat(balances(south())).isEmpty();
    }

    @Test
    void whatIsGivenBackWithoutACreditNoteIsLostAndNotOwedAgain() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 10_000);
        PaymentId payment = pay(id, 10_000);
        refund(id, payment, 3_000);
        assertThat(balances(north())).containsEntry("GIVEN_BACK", 3_000L).doesNotContainKey("RECEIVABLE");

        credit(id, 2_000);
        assertThat(balances(north())).containsEntry("GIVEN_BACK", 1_000L).doesNotContainKey("RECEIVABLE");
        refund(id, payment, 500); // 2,500 of it did not arrive
        assertThat(balances(north())).containsEntry("RECEIVABLE", -1_500L).doesNotContainKey("GIVEN_BACK");
    }

    @Test
    void whatAnOlderVersionHeardOfAsGivenBackFollowsOnceItIsPosted() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 10_000);
        PaymentId payment = pay(id, 10_000);
        inTransaction(
                north(),
                () -> data.sql("update __tenant__.invoice_payment set refunded_minor = 3000")
                        .update());
        List<String> before = mails(north());

        post(id, "refund:" + payment + ":1", EntryKind.REFUND, -3_000);
        for (int times = 0; times < 2; times++) {
            inTransaction(north(), () -> {
                payables.posted(InvoicePayables.ref(id));
                return id;
            });
        }

        assertThat(balances(north())).containsEntry("GIVEN_BACK", 3_000L).doesNotContainKey("RECEIVABLE");
        assertThat(mails(north())).isEqualTo(before);
    }

    @Test
    void whateverHappensThePatientOwesWhatTheInvoiceSays() {
        var random = new Random(7);
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        List<InvoiceId> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            any(random, ann, ids);
        }
        assertThat(ids).hasSizeGreaterThan(10);
        assertThat(together).as("paid with others").isPositive();
        for (InvoiceId id : ids) {
            InvoiceView view = view(north(), id);
            long owed = inTransaction(
                            north(), () -> ledger.of(InvoicePayables.ref(id), LedgerAccount.RECEIVABLE, "GBP"))
                    .minor();
            assertThat(owed).as("invoice %s", view.state()).isEqualTo(view.dueMinor() - view.toGiveBackMinor());
        }
    }

    private void any(Random random, PatientId ann, List<InvoiceId> ids) {
        int act = random.nextInt(7);
        if (ids.isEmpty() || act == 0) {
            ids.add(sent(north(), ann, 100 + random.nextInt(900)));
            return;
        }
        InvoiceView view = view(north(), ids.get(random.nextInt(ids.size())));
        if (act == 1 && view.dueMinor() > 0) {
            pay(view.id(), 1 + random.nextLong(view.dueMinor()));
        } else if (act == 2 && view.isCreditable()) {
            credit(view.id(), 1 + random.nextLong(view.totalMinor() - view.creditedMinor()));
        } else if (act >= 3 && act <= 4 && !view.payments().isEmpty()) {
            InvoicePayment payment = view.payments().getFirst();
            refund(view.id(), payment.id(), random.nextLong(payment.amountMinor() + 1));
        } else if (act == 5) {
            as(north(), () -> voiding.withdraw(view.id(), "No", STAFF));
        } else if (act == 6) {
            payTogether(List.of(view, view(north(), ids.get(random.nextInt(ids.size())))));
        }
    }

    /** Both with one payment, where both are due. */
    private void payTogether(List<InvoiceView> both) {
        if (!(as(north(), () -> bundles.choose(both)) instanceof Chosen.Together(BundleId id))) {
            return;
        }
        InvoiceBundle bundle = as(north(), () -> bundles.find(id)).orElseThrow();
        Payables owner = owners.stream()
                .filter(each -> each.kind().equals(bundle.ref().kind()))
                .findFirst()
                .orElseThrow();
        var payment = new PaymentId(UUID.randomUUID());
        assertThat(inTransaction(north(), () -> owner.settled(bundle.ref(), payment, bundle.total(), clock.instant())))
                .isEqualTo(Allocation.ALLOCATED);
        bundle.items()
                .forEach(item -> post(
                        item.invoice(),
                        "payment:" + payment + ":" + item.invoice(),
                        EntryKind.PAYMENT,
                        item.amount().minor()));
        together++;
    }

    private void credit(InvoiceId id, long minor) {
        InvoiceView invoice = view(north(), id);
        var seen = new CreditSeen(invoice.creditedMinor(), invoice.paidMinor());
        as(north(), () -> credit.credit(invoice, new CreditWish.Amount(minor), "Too dear", seen, STAFF));
    }

    /** Money arrives, and payments has posted it. */
    private PaymentId pay(InvoiceId id, long minor) {
        var payment = new PaymentId(UUID.randomUUID());
        assertThat(settle(north(), id, payment, minor)).isEqualTo(Allocation.ALLOCATED);
        post(id, "payment:" + payment, EntryKind.PAYMENT, minor);
        return payment;
    }

    /** So much is given back by now, and payments has posted it. */
    private void refund(InvoiceId id, PaymentId payment, long total) {
        long before = view(north(), id).payments().stream()
                .filter(each -> each.id().equals(payment))
                .mapToLong(InvoicePayment::refundedMinor)
                .sum();
        if (total == before) {
            return;
        }
        post(id, "refund:" + payment + ":" + ++refunds, EntryKind.REFUND, before - total);
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(id), payment, new Money(total, north().currency()));
            return id;
        });
    }

    private void post(InvoiceId id, String source, EntryKind kind, long minor) {
        var _ = inTransaction(
                north(),
                () -> ledger.post(Posting.of(source, kind, clock.instant())
                        .move(
                                new Money(minor, north().currency()),
                                LedgerAccount.RECEIVABLE,
                                LedgerAccount.STRIPE,
                                InvoicePayables.ref(id))));
    }

    private Map<String, Long> balances(Tenant tenant) {
        Map<String, Long> sums = new TreeMap<>();
        inTransaction(tenant, () -> ledger.balances()).stream()
                .filter(each -> each.account() != LedgerAccount.STRIPE)
                .forEach(each -> sums.put(each.account().name(), each.amount().minor()));
        return sums;
    }
}
