package io.anteroom.clinic.billing;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.billing.books.Book;
import io.anteroom.clinic.billing.books.BooksExport;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.billing.price.PriceDetails;
import io.anteroom.clinic.billing.price.PriceItemId;
import io.anteroom.clinic.billing.price.PriceList;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BooksTest extends BillingFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    @Autowired
    BooksExport books;

    @Autowired
    InvoiceCredit credit;

    @Autowired
    Ledger ledger;

    @Autowired
    PriceList prices;

    @Autowired
    InvoiceVoiding voiding;

    @Test
    void eachFileHasWhatIsOfItsDays() {
        PatientId ann = patient(north(), "=Ann", "ann@example.org");
        var lines = List.of(
                new InvoiceLine("=1+1", new BigDecimal("1.5"), 1_000, 2_000),
                new InvoiceLine("Line \"two\", with\nall", BigDecimal.ONE, 1_200, 2_000).withTaxIncluded(true));
        InvoiceId id =
                as(north(), () -> billing.draft(ann, new InvoiceDraft(DUE, "", lines, Discount.amount(270)), STAFF));
        as(north(), () -> billing.send(id, STAFF));
        draft(north(), ann, line(1));
        arrived(PAYMENT.value(), "invoice", id.toString(), 1_000, "allocated");
        settle(north(), id, PAYMENT, 1_000);
        givenBack(PAYMENT.value(), 250);
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(id), PAYMENT, new Money(250, north().currency()));
            return id;
        });
        InvoiceView view = view(north(), id);
        as(north(), () -> credit.credit(view, new CreditWish.Amount(100), "@sum", new CreditSeen(0, 1_000), STAFF));
        clock.advance(Duration.ofDays(1));
        sent(north(), ann, 100);

        CSVRecord invoice = read(north(), Book.INVOICES).getFirst();
        assertThat(invoice.toMap())
                .containsEntry("Invoice", "1")
                .containsEntry("Issued", "2026-11-21")
                .containsEntry("Patient", "'=Ann Example")
                .containsEntry("State", "part paid")
                .containsEntry("Currency", "GBP")
                .containsEntry("Total", decimal(view.totalMinor()))
                .containsEntry("Net", decimal(view.netMinor()))
                .containsEntry("Credited", "1.00")
                .containsEntry("Paid", "10.00")
                .containsEntry("Given back", "2.50")
                .containsEntry("To pay", decimal(view.totalMinor() - 1_100));
        assertThat(read(north(), Book.INVOICES)).hasSize(1);
        List<CSVRecord> both = read(north(), Book.LINES);
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().toMap())
                .containsEntry("Description", "'=1+1")
                .containsEntry("Quantity", "1.50")
                .containsEntry("Price", "10.00")
                .containsEntry("Tax rate", "20")
                .containsEntry("Tax in price", "no")
                .containsEntry("Share of discount", "1.50");
        assertThat(both.getLast().toMap())
                .containsEntry("Description", "Line \"two\", with\nall")
                .containsEntry("Tax in price", "yes")
                .containsEntry("Total", "10.80");
        assertThat(read(north(), Book.PAYMENTS).getFirst().toMap())
                .containsEntry("Payment", PAYMENT.toString())
                .containsEntry("Amount", "10.00")
                .containsEntry("Given back", "2.50");
        assertThat(read(north(), Book.REFUNDS).getFirst().toMap()).containsEntry("Amount", "2.50");
        assertThat(read(north(), Book.CREDITS).getFirst().toMap())
                .containsEntry("Credit note", "1")
                .containsEntry("Reason", "'@sum")
                .containsEntry("Total", "1.00");
        assertThat(audited(north())).contains("books-exported");
    }

    @Test
    void thePriceListIsWholeAndAsItIsNowWhateverTheDays() {
        as(north(), () -> prices.add(new PriceDetails("=B", "=Second", 5_000, 0, false), STAFF));
        as(north(), () -> prices.add(new PriceDetails("A-1", "First, long", 8_450, 1_750, true), STAFF));
        PriceItemId first = as(north(), () -> prices.page("A-1", false, 1))
                .items()
                .getFirst()
                .id();
        as(north(), () -> prices.offer(first, false, STAFF));

        List<CSVRecord> rows = read(north(), Book.PRICES);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().toMap())
                .containsEntry("Code", "'=B")
                .containsEntry("Name", "'=Second")
                .containsEntry("Price", "50.00")
                .containsEntry("Tax rate", "0")
                .containsEntry("Tax in price", "no")
                .containsEntry("State", "in use");
        assertThat(rows.getLast().toMap())
                .containsEntry("Code", "A-1")
                .containsEntry("Name", "First, long")
                .containsEntry("Currency", "GBP")
                .containsEntry("Price", "84.50")
                .containsEntry("Tax rate", "17.5")
                .containsEntry("Tax in price", "yes")
                .containsEntry("State", "retired");
        assertThat(audited(north())).contains("books-exported");
    }

    @Test
    void moneyThatCountsTowardsNoInvoiceIsInTheBooksToo() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = sent(north(), ann, 1_000);
        UUID deposit = UUID.randomUUID();
        UUID twice = UUID.randomUUID();
        arrived(PAYMENT.value(), "invoice", id.toString(), 1_000, "allocated");
        settle(north(), id, PAYMENT, 1_000);
        arrived(twice, "invoice", id.toString(), 1_000, "unallocated");
        arrived(deposit, "deposit", "7", 2_500, "allocated");
        givenBack(twice, 400);
        givenBack(twice, 1_000);
        givenBack(twice, 900); // what did not arrive comes back

        assertThat(read(north(), Book.PAYMENTS))
                .extracting(
                        row -> row.get("Payment"),
                        row -> row.get("For"),
                        row -> row.get("Invoice"),
                        row -> row.get("Patient"),
                        row -> row.get("Amount"),
                        row -> row.get("Given back"),
                        row -> row.get("Counts"))
                .containsExactlyInAnyOrder(
                        tuple(PAYMENT.toString(), "invoice", "1", "Ann Example", "10.00", "0.00", "yes"),
                        tuple(twice.toString(), "invoice", "1", "Ann Example", "10.00", "9.00", "no"),
                        tuple(deposit.toString(), "deposit", "", "", "25.00", "0.00", "yes"));
        assertThat(read(north(), Book.REFUNDS))
                .extracting(row -> row.get("Payment"), row -> row.get("Invoice"), row -> row.get("Amount"))
                .containsExactly(
                        tuple(twice.toString(), "1", "4.00"),
                        tuple(twice.toString(), "1", "6.00"),
                        tuple(twice.toString(), "1", "-1.00"));
        assertThat(read(south(), Book.PAYMENTS)).isEmpty();
        assertThat(read(south(), Book.REFUNDS)).isEmpty();
    }

    @Test
    void aCancelledInvoiceIsTakenBackInTheBooksOfItsDay() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId gone = draft(north(), ann, line("1", 1_000, 2_000));
        as(north(), () -> billing.send(gone, STAFF));
        InvoiceId credited = sent(north(), ann, 500);
        InvoiceView view = view(north(), credited);
        as(north(), () -> credit.credit(view, new CreditWish.Whole(), "Dear", new CreditSeen(0, 0), STAFF));
        assertThat(read(north(), Book.INVOICES).getFirst().get("Cancelled on")).isEmpty();
        as(north(), () -> voiding.withdraw(gone, "=Twice", STAFF));

        assertThat(read(north(), Book.INVOICES).getFirst().toMap())
                .containsEntry("State", "void")
                .containsEntry("Cancelled on", "2026-11-21");
        assertThat(read(north(), Book.CREDITS))
                .extracting(
                        row -> row.get("What"),
                        row -> row.get("Credit note"),
                        row -> row.get("Invoice"),
                        row -> row.get("Issued"),
                        row -> row.get("Reason"),
                        row -> row.get("Net"),
                        row -> row.get("Tax"),
                        row -> row.get("Total"))
                .containsExactly(
                        tuple("credit note", "1", "2", "2026-11-21", "Dear", "5.00", "0.00", "5.00"),
                        tuple("cancelled invoice", "", "1", "2026-11-21", "'=Twice", "10.00", "2.00", "12.00"));
    }

    /** As payments keeps what arrived, for whatever it was. */
    private void arrived(UUID payment, String kind, String ref, long minor, String allocation) {
        inTransaction(
                north(),
                () -> data.sql("""
                        insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                               paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation,
                               created_at, changed_at, settled_at)
                        values (:id, :kind, :ref, :minor, 'GBP', '', 'en', '/', '/', 'succeeded', 'acct_1', :text, :at, :text,
                                :allocation, :at, :at, :at)""")
                        .param("id", payment)
                        .param("text", payment.toString())
                        .param("kind", kind)
                        .param("ref", ref)
                        .param("minor", minor)
                        .param("allocation", allocation)
                        .param("at", sql(clock.instant()))
                        .update());
    }

    /** As payments records that the total given back has changed. */
    private void givenBack(UUID payment, long total) {
        inTransaction(north(), () -> {
            long before = data.sql("select refunded_minor from __tenant__.payment where id = :id for update")
                    .param("id", payment)
                    .query(Long.class)
                    .single();
            int change = data.sql(
                            "update __tenant__.payment set refunded_minor = :minor, refund_changes = refund_changes + 1,"
                                    + " changed_at = :at where id = :id returning refund_changes")
                    .param("id", payment)
                    .param("minor", total)
                    .param("at", sql(clock.instant()))
                    .query(Integer.class)
                    .single();
            EntryKind kind = total > before ? EntryKind.REFUND : EntryKind.REFUND_FAILED;
            return ledger.post(Posting.of("refund:" + payment + ":" + change, kind, clock.instant())
                    .move(Money.of(total - before, "GBP"), LedgerAccount.STRIPE, LedgerAccount.UNALLOCATED, null));
        });
    }

    @Test
    void amountsHaveAsManyDigitsAsTheirCurrency() {
        sent(south(), patient(south(), "Yuki", "y@example.jp"), 12_345);
        Tenant dinars = in("KWD");
        sent(dinars, patient(dinars, "Ann", "ann@example.org"), 12_340);

        assertThat(read(south(), Book.INVOICES).getFirst().get("Total")).isEqualTo("12345");
        assertThat(read(dinars, Book.INVOICES).getFirst().get("Total")).isEqualTo("12.340");
    }

    @Test
    void nothingIsLostBetweenWhatIsReadAtATime() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        for (int i = 0; i < 11; i++) {
            InvoiceLine[] lines = new InvoiceLine[100];
            Arrays.fill(lines, line(10));
            InvoiceId id = draft(north(), ann, lines);
            as(north(), () -> billing.send(id, STAFF));
        }

        assertThat(read(north(), Book.LINES).stream()
                        .map(row -> row.get("Invoice") + "/" + row.get("Line"))
                        .collect(Collectors.toSet()))
                .hasSize(1_100);
    }

    @Test
    void theFileIsForSpreadsheetsAndOfThisClinicAlone() {
        sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        assertThat(written(north(), Book.INVOICES))
                .startsWith("\ufeffInvoice,Issued,")
                .endsWith("\r\n");
        as(north(), () -> prices.add(new PriceDetails("A", "Ours", 100, 0, false), STAFF));
        for (Book book : Book.values()) {
            assertThat(read(south(), book)).isEmpty();
        }
    }

    private static Tenant in(String currency) {
        Tenant north = north();
        return new Tenant(
                north.id(),
                north.slug(),
                north.name(),
                north.state(),
                north.country(),
                north.zone(),
                Currency.getInstance(currency));
    }

    private String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private List<CSVRecord> read(Tenant tenant, Book book) {
        String text = written(tenant, book).substring(1);
        try (var parser = CSVParser.parse(
                new StringReader(text),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(Tenant tenant, Book book) {
        var to = new StringWriter();
        CurrentTenant.run(tenant, () -> {
            try {
                books.write(book, DAY, DAY, STAFF, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return to.toString();
    }
}
