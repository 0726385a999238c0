package io.anteroom.clinic.billing;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.billing.statement.Statement;
import io.anteroom.clinic.billing.statement.StatementDays;
import io.anteroom.clinic.billing.statement.StatementEntry;
import io.anteroom.clinic.billing.statement.StatementEntry.Kind;
import io.anteroom.clinic.billing.statement.StatementPaper;
import io.anteroom.clinic.billing.statement.StatementWords;
import io.anteroom.clinic.billing.statement.Statements;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StatementTest extends BillingFixture {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);

    @Autowired
    Statements statements;

    @Autowired
    StatementPaper paper;

    @Autowired
    InvoiceCredit credit;

    @Autowired
    InvoiceVoiding voiding;

    @Test
    void whatHappenedIsThereInOrderWithTheBalanceAfterIt() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId one = sent(north(), ann, 10_000);
        clock.advance(Duration.ofDays(1));
        PaymentId payment = payment();
        settle(north(), one, payment, 4_000);
        clock.advance(Duration.ofDays(1));
        credit(one, 7_000); // 1,000 more than was still to pay
        clock.advance(Duration.ofDays(1));
        refund(one, payment, 1_000);
        InvoiceId gone = sent(north(), ann, 500);
        as(north(), () -> voiding.withdraw(gone, "Twice", STAFF));

        Statement all = statement(ann, FIRST, FIRST.plusDays(30));
        assertThat(all.entries())
                .extracting(StatementEntry::kind, StatementEntry::minor, StatementEntry::balanceMinor)
                .containsExactly(
                        tuple(Kind.INVOICED, 10_000L, 10_000L),
                        tuple(Kind.PAID, -4_000L, 6_000L),
                        tuple(Kind.CREDITED, -7_000L, -1_000L),
                        tuple(Kind.INVOICED, 500L, -500L),
                        tuple(Kind.GIVEN_BACK, 1_000L, 500L),
                        tuple(Kind.VOIDED, -500L, 0L));
        assertThat(all.anyGoodwill()).isFalse();

        Statement later = statement(ann, FIRST.plusDays(2), FIRST.plusDays(2));
        assertThat(later.openingMinor()).isEqualTo(6_000);
        assertThat(later.closingMinor()).isEqualTo(-1_000);
        assertThat(later.sum(Kind.CREDITED)).isEqualTo(7_000);
        assertThat(statement(ann, FIRST.minusDays(9), FIRST.minusDays(1)).entries())
                .isEmpty();
    }

    @Test
    void theSumsOfAStatementWithACancelledInvoiceAddUp() throws Exception {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId paid = sent(north(), ann, 10_000);
        settle(north(), paid, payment(), 4_000);
        credit(paid, 1_000);
        Statement before = statement(ann, FIRST, FIRST);
        assertThat(text(as(north(), () -> paper.print(before)))).doesNotContain("Cancelled");
        InvoiceId gone = sent(north(), ann, 777);
        as(north(), () -> voiding.withdraw(gone, "Twice", STAFF));

        Statement statement = statement(ann, FIRST, FIRST);
        assertThat(statement.openingMinor()
                        + statement.sum(Kind.INVOICED)
                        - statement.sum(Kind.VOIDED)
                        - statement.sum(Kind.CREDITED)
                        - statement.sum(Kind.PAID)
                        + statement.sum(Kind.GIVEN_BACK))
                .isEqualTo(statement.closingMinor())
                .isEqualTo(5_000);
        assertThat(text(as(north(), () -> paper.print(statement)))).contains("Cancelled", "£7.77");
    }

    @Test
    void whatIsGivenBackOutOfGoodwillIsNotAskedForAgain() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = sent(north(), ann, 10_000);
        PaymentId payment = payment();
        settle(north(), id, payment, 10_000);
        refund(id, payment, 3_000);

        Statement statement = statement(ann, FIRST, FIRST);
        assertThat(statement.closingMinor()).isZero();
        assertThat(statement.anyGoodwill()).isTrue();
        credit(id, 3_000); // for what was given back
        assertThat(statement(ann, FIRST, FIRST).closingMinor()).isZero();
    }

    @Test
    void whatTheBankReturnedIsOwedToThePatientAgainAndSaidSo() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = sent(north(), ann, 10_000);
        PaymentId payment = payment();
        settle(north(), id, payment, 10_000);
        credit(id, 3_000);
        refund(id, payment, 3_000);
        refund(id, payment, 1_000);

        Statement statement = statement(ann, FIRST, FIRST);
        assertThat(statement.closingMinor()).isEqualTo(-2_000);
        assertThat(statement.sum(Kind.GIVEN_BACK)).isEqualTo(1_000);
        assertThat(StatementWords.of(Words.current(), statement.entries().getLast()))
                .isEqualTo("Returned by the bank, for invoice 1");
    }

    @Test
    void theBalanceIsWhatTheInvoicesSayWhateverHappens() {
        var random = new Random(5);
        for (int round = 0; round < 5; round++) {
            PatientId ann = patient(north(), "Ann", "ann" + round + "@example.org");
            List<InvoiceId> ids = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                any(random, ann, ids);
                clock.advance(Duration.ofHours(1 + random.nextInt(20)));
            }
            LocalDate today = as(north(), statements::today);
            long owed = ids.stream()
                    .map(id -> view(north(), id))
                    .mapToLong(view -> view.dueMinor() - view.toGiveBackMinor())
                    .sum();
            Statement whole = statement(ann, FIRST, today);
            LocalDate middle = FIRST.plusDays(3);

            assertThat(whole.openingMinor()).isZero();
            assertThat(whole.closingMinor()).isEqualTo(owed);
            assertThat(statement(ann, FIRST, middle).closingMinor())
                    .isEqualTo(statement(ann, middle.plusDays(1), today).openingMinor());
            assertThat(statement(ann, middle.plusDays(1), today).closingMinor()).isEqualTo(owed);
        }
    }

    private void any(Random random, PatientId ann, List<InvoiceId> ids) {
        InvoiceId id = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        InvoiceView view = id == null ? null : view(north(), id);
        int act = random.nextInt(5);
        if (view == null || act == 0) {
            ids.add(sent(north(), ann, 100 + random.nextInt(900)));
        } else if (act == 1 && view.dueMinor() > 0) {
            settle(north(), view.id(), payment(), 1 + random.nextLong(view.dueMinor()));
        } else if (act == 2 && view.isCreditable()) {
            credit(view.id(), 1 + random.nextLong(view.totalMinor() - view.creditedMinor()));
        } else if (act == 3 && !view.payments().isEmpty()) {
            InvoicePayment payment = view.payments().getFirst();
            // less than before, too: what was given back may not arrive
            refund(view.id(), payment.id(), random.nextLong(payment.amountMinor() + 1));
        } else if (act == 4) {
            as(north(), () -> voiding.withdraw(view.id(), "No", STAFF));
        }
    }

    @Test
    void aStatementOfMoreThanItHoldsSaysSoAndAddsUp() throws Exception {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        inTransaction(
                north(),
                () -> data.sql("""
                        insert into __tenant__.invoice (patient_id, number, state, currency, issued_on, due_on, note, net_minor,
                               tax_minor, total_minor, paid_minor, created_at, created_by, sent_at, sent_by, version)
                        select :ann, n, 'open', 'GBP', date '2026-11-21', date '2026-12-05', '', 10, 0, 10, 0, at, '', at, '', 0
                          from generate_series(1, :many) as n,
                               lateral (select cast(:at as timestamptz) + n * interval '1 second') as t (at)""")
                        .param("ann", ann.value())
                        .param("many", Statement.MOST + 5)
                        .param("at", sql(clock.instant()))
                        .update());

        Statement cut = statement(ann, FIRST, FIRST);
        assertThat(cut.cut()).isTrue();
        assertThat(cut.entries()).hasSize(Statement.MOST);
        assertThat(cut.openingMinor()).isEqualTo(50);
        assertThat(cut.openingMinor() + cut.sum(Kind.INVOICED)).isEqualTo(cut.closingMinor());
        assertThat(text(as(north(), () -> paper.print(cut)))).contains("These are the last 1,000 entries");
        assertThat(statement(ann, FIRST.plusDays(1), FIRST.plusDays(1)).cut()).isFalse();
    }

    @Test
    void aStatementIsAPaperInThePatientsLanguage() throws Exception {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 10_000);
        Statement statement = statement(ann, FIRST, FIRST);

        assertThat(text(as(north(), () -> paper.printFor(ann, statement))))
                .contains("Statement of account", "Ann Example", "Invoice 1", "Opening balance", "£100.00");
        Words german = Words.in(Language.GERMAN, "GB");
        assertThat(text(as(north(), () -> Words.speaking(() -> german, () -> paper.print(statement)))))
                .contains("Kontoauszug", "Rechnung 1", "Endsaldo");
    }

    @Test
    void daysThatAreNotUnderstoodAreThisYearUpToToday() {
        assertThat(StatementDays.of("", "soon", FIRST)).isEqualTo(new StatementDays(LocalDate.of(2026, 1, 1), FIRST));
        assertThat(StatementDays.of("2026-05-02", "2026-05-01", FIRST))
                .isEqualTo(new StatementDays(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2)));
        assertThat(StatementDays.of("0001-01-01", "2026-05-01", FIRST).from()).isEqualTo("2026-01-01");
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        assertThatIllegalArgumentException().isThrownBy(() -> statement(ann, FIRST, FIRST.minusDays(1)));
    }

    @Test
    void anotherClinicsPatientHasAnotherStatement() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 10_000);

        assertThat(as(south(), () -> statements.of(ann, FIRST, FIRST))).isEmpty();
        PatientId yuki = patient(south(), "Yuki", "y@example.jp");
        assertThat(yuki).isEqualTo(ann);
        assertThat(as(south(), () -> statements.of(yuki, FIRST, FIRST.plusDays(1)))
                        .orElseThrow()
                        .entries())
                .isEmpty();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private Statement statement(PatientId patient, LocalDate from, LocalDate until) {
        return as(north(), () -> statements.of(patient, from, until)).orElseThrow();
    }

    private void credit(InvoiceId id, long minor) {
        InvoiceView invoice = view(north(), id);
        var seen = new CreditSeen(invoice.creditedMinor(), invoice.paidMinor());
        as(north(), () -> credit.credit(invoice, new CreditWish.Amount(minor), "Too dear", seen, STAFF));
    }

    private void refund(InvoiceId id, PaymentId payment, long total) {
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(id), payment, new Money(total, north().currency()));
            return id;
        });
    }

    private static PaymentId payment() {
        return new PaymentId(UUID.randomUUID());
    }
}
