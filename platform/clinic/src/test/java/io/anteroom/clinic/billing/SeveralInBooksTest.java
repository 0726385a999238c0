package io.anteroom.clinic.billing;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.billing.books.Book;
import io.anteroom.clinic.billing.books.BooksExport;
import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.InvoiceBundle;
import io.anteroom.clinic.billing.bundle.InvoiceBundles;
import io.anteroom.clinic.billing.money.PaidFor;
import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.billing.money.PaymentQuery;
import io.anteroom.clinic.billing.money.PaymentRow;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.billing.refund.RefundWish;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.tenancy.Tenant;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of one payment of several invoices: each invoice's own part. */
class SeveralInBooksTest extends BillingFixture {

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private InvoiceId first = new InvoiceId(0);
    private InvoiceId second = first;

    @Autowired
    InvoiceBundles bundles;

    @Autowired
    InvoiceReader reader;

    @Autowired
    PaymentList list;

    @Autowired
    BooksExport books;

    @Autowired
    Ledger ledger;

    @Autowired
    InvoiceRefunds refunds;

    @BeforeEach
    void twoArePaidAtOnce() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        first = sent(north(), ann, 3_000);
        second = sent(north(), ann, 5_000);
        InvoiceBundle bundle = as(north(), () -> {
            var chosen = (Chosen.Together) bundles.choose(
                    List.of(desk.find(first).orElseThrow(), desk.find(second).orElseThrow()));
            return bundles.find(chosen.id()).orElseThrow();
        });
        arrived(bundle);
    }

    @Test
    void theListOfPaymentsNamesEachOfThemOnce() {
        var paidFor =
                new PaidFor(List.of(new PaidFor.Paid(first, 1), new PaidFor.Paid(second, 2)), "Ann Example", null);

        assertThat(as(north(), () -> list.page(new PaymentQuery(PaymentQuery.Outcome.ALL, null, null, 1)))
                        .rows())
                .extracting(row -> row.payment().id(), row -> row.payment().amount(), PaymentRow::paidFor)
                .containsExactly(tuple(payment, Money.of(8_000, "GBP"), paidFor));
        assertThat(as(north(), () -> list.paidFor(List.of(payment)))).containsEntry(payment, paidFor);
        assertThat(paidFor.words()).isEqualTo("Invoices 1, 2");
        assertThat(as(south(), () -> list.paidFor(List.of(payment)))).isEmpty();
    }

    @Test
    void theBooksHaveALineForEachInvoicesPartAndWhatIsGivenBackOfIt() throws IOException {
        givenBack(5_000, 500);

        assertThat(read(north(), Book.PAYMENTS))
                .extracting(
                        row -> row.get("Payment"),
                        row -> row.get("For"),
                        row -> row.get("Invoice"),
                        row -> row.get("Patient"),
                        row -> row.get("Amount"),
                        row -> row.get("Given back"))
                .containsExactly(
                        tuple(payment.toString(), "invoice", "1", "Ann Example", "30.00", "5.00"),
                        tuple(payment.toString(), "invoice", "2", "Ann Example", "50.00", "50.00"));
        assertThat(read(north(), Book.REFUNDS))
                .extracting(row -> row.get("Payment"), row -> row.get("Invoice"), row -> row.get("Amount"))
                .containsExactly(tuple(payment.toString(), "1", "5.00"), tuple(payment.toString(), "2", "50.00"));
        assertThat(read(south(), Book.PAYMENTS)).isEmpty();
    }

    @Test
    void whatIsToBeGivenBackNamesTheInvoicesItWasMeantFor() {
        assertThat(as(north(), () -> reader.partsOf(List.of(payment)))).containsEntry(payment, List.of(first, second));
        assertThat(as(south(), () -> reader.partsOf(List.of(payment)))).isEmpty();
    }

    @Test
    void staffGiveBackOfOneInvoiceNoMoreThanItsOwnPart() {
        assertThat(ask(first, 3_001)).isEqualTo(new RefundAsking.TooMuch(Money.of(3_000, "GBP")));
        InvoiceId other = sent(north(), view(north(), first).patient(), 100);
        assertThat(ask(other, 1)).isEqualTo(new RefundAsking.NothingThere());
        assertThat(ask(second, 4_000)).isInstanceOf(RefundAsking.Asked.class);

        assertThat(as(north(), () -> refunds.of(view(north(), second))))
                .extracting(Refund::amount)
                .containsExactly(Money.of(4_000, "GBP"));
        assertThat(as(north(), () -> refunds.of(view(north(), first)))).isEmpty();
        assertThat(inTransaction(
                        north(),
                        () -> data.sql("select payable_id from __tenant__.payment_refund")
                                .query(String.class)
                                .list()))
                .containsExactly(second.toString());
    }

    private RefundAsking ask(InvoiceId invoice, long minor) {
        InvoiceView view = view(north(), invoice);
        return as(
                north(),
                () -> refunds.ask(
                        view, new RefundWish(UUID.randomUUID(), payment, minor, refunds.seen(payment), "Why"), STAFF));
    }

    private List<CSVRecord> read(Tenant tenant, Book book) throws IOException {
        var to = new StringWriter();
        as(tenant, () -> {
            try {
                books.write(book, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), STAFF, to);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return 0;
        });
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return CSVParser.parse(new StringReader(to.toString().substring(1)), format)
                .getRecords();
    }

    /** As payments keeps it. */
    private void arrived(InvoiceBundle bundle) {
        inTransaction(north(), () -> {
            data.sql("""
                            insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                                   paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation,
                                   created_at, changed_at, settled_at)
                            values (:id, 'invoices', :ref, 8000, 'GBP', 'Invoices 1, 2', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1',
                                   :at, 'pi_1', 'allocated', :at, :at, :at)""")
                    .param("id", payment.value())
                    .param("ref", bundle.id().toString())
                    .param("at", sql(clock.instant()))
                    .update();
            for (int at = 0; at < 2; at++) {
                InvoiceBundle.Item item = bundle.items().get(at);
                data.sql(
                                "insert into __tenant__.payment_part (payment_id, position, payable_kind, payable_id, description,"
                                        + " amount_minor) values (:id, :position, 'invoice', :invoice, 'Invoice', :minor)")
                        .param("id", payment.value())
                        .param("position", at + 1)
                        .param("invoice", item.invoice().toString())
                        .param("minor", item.amount().minor())
                        .update();
                payables.settled(InvoicePayables.ref(item.invoice()), payment, item.amount(), clock.instant());
            }
            return 0;
        });
    }

    /** As payments records it: of the second, and of the first. */
    private void givenBack(long ofSecond, long ofFirst) {
        inTransaction(north(), () -> {
            data.sql("update __tenant__.payment set refunded_minor = :minor, refund_changes = 1 where id = :id")
                    .param("minor", ofFirst + ofSecond)
                    .param("id", payment.value())
                    .update();
            data.sql(
                            "update __tenant__.payment_part set refunded_minor = case position when 1 then :first else :second end"
                                    + " where payment_id = :id")
                    .param("first", ofFirst)
                    .param("second", ofSecond)
                    .param("id", payment.value())
                    .update();
            return ledger.post(Posting.of("refund:" + payment + ":1", EntryKind.REFUND, clock.instant())
                    .line(LedgerAccount.STRIPE, Money.of(-ofFirst - ofSecond, "GBP"), null)
                    .line(LedgerAccount.RECEIVABLE, Money.of(ofFirst, "GBP"), InvoicePayables.ref(first))
                    .line(LedgerAccount.RECEIVABLE, Money.of(ofSecond, "GBP"), InvoicePayables.ref(second)));
        });
    }
}
