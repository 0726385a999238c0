package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Withdrawal;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class BillingTest extends BillingFixture {

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    InvoiceStillDue stillDue;

    @Test
    void aSentInvoiceIsNumberedAndMailedToThePatient() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = draft(north(), ann, line("1", 8450, 2000));

        assertThat(as(north(), () -> billing.send(id, STAFF))).isEqualTo(new Sending.Sent(1));

        InvoiceView invoice = view(north(), id);
        assertThat(invoice.state()).isEqualTo(InvoiceState.OPEN);
        assertThat(invoice.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(invoice.totalMinor()).isEqualTo(10_140);
        assertThat(invoice.dueMinor()).isEqualTo(10_140);
        assertThat(mails(north())).containsExactly("invoice ann@example.org Invoice 1 from " + north().name());
        assertThat(content(id))
                .contains("\u00a3101.40", "5 December 2026", "Please ask " + north().name())
                .as("while the portal is off")
                .doesNotContain("https://");
        assertThat(audited(north())).containsExactly("invoice-created", "invoice-sent");
    }

    private String content(InvoiceId id) {
        return inTransaction(
                north(),
                () -> data.sql("select content::text from __tenant__.message where about_ref = :ref")
                        .param("ref", id.toString())
                        .query(String.class)
                        .single());
    }

    @Test
    void yenHaveNoDecimals() {
        InvoiceId id = sent(south(), patient(south(), "Yuki", "yuki@example.jp"), 12_000);

        assertThat(inTransaction(
                        south(),
                        () -> data.sql("select content::text from __tenant__.message")
                                .query(String.class)
                                .single()))
                .contains("12,000")
                .doesNotContain("12,000.00", "120.00");
        assertThat(view(south(), id).currency().getCurrencyCode()).isEqualTo("JPY");
    }

    @Test
    void aSecondClickSendsNothingMore() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        assertThat(as(north(), () -> billing.send(id, STAFF))).isEqualTo(new Sending.NotADraft());
        assertThat(mails(north())).hasSize(1);
    }

    @Test
    void whatCannotBeSentStaysADraftWithoutANumber() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId empty = draft(north(), ann);
        InvoiceId free = draft(north(), ann, line(0));
        InvoiceId unreachable = draft(north(), patient(north(), "Bob", ""), line(100));
        InvoiceId late = draft(north(), ann, line(100));
        clock.set(DUE.plusDays(1).atStartOfDay(north().zone()).toInstant());

        assertThat(as(north(), () -> billing.send(empty, STAFF))).isEqualTo(new Sending.NothingToPay());
        assertThat(as(north(), () -> billing.send(free, STAFF))).isEqualTo(new Sending.NothingToPay());
        assertThat(as(north(), () -> billing.send(late, STAFF))).isEqualTo(new Sending.DueInThePast());
        clock.set(DUE.atStartOfDay(north().zone()).toInstant());
        assertThat(as(north(), () -> billing.send(unreachable, STAFF))).isEqualTo(new Sending.NoEmail());
        assertThat(List.of(empty, free, unreachable, late))
                .allSatisfy(id -> assertThat(view(north(), id).number()).isNull());
        assertThat(as(north(), () -> billing.send(late, STAFF))).isEqualTo(new Sending.Sent(1));
    }

    @Test
    void numbersHaveNoGapsWhenASendingFails() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = sent(north(), ann, 100);
        InvoiceId lost = draft(north(), ann, line(100));
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(status -> {
                    billing.send(lost, STAFF);
                    status.setRollbackOnly();
                }));
        InvoiceId second = sent(north(), ann, 100);

        assertThat(view(north(), first).number()).isEqualTo(1);
        assertThat(view(north(), lost).number()).isNull();
        assertThat(view(north(), second).number()).isEqualTo(2);
        assertThat(view(south(), sent(south(), patient(south(), "Yuki", "y@example.jp"), 100))
                        .number())
                .isEqualTo(1);
    }

    @Test
    void numbersHaveNoGapsWhenManySendAtOnce() throws Exception {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        List<Callable<Sending>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            InvoiceId id = draft(north(), ann, line(100));
            tasks.add(() -> as(north(), () -> billing.send(id, STAFF)));
        }
        List<Sending> sent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Sending> each : threads.invokeAll(tasks)) {
                sent.add(each.get());
            }
        }

        assertThat(sent)
                .extracting(each -> ((Sending.Sent) each).number())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void theDatabaseWorksOutTheSameAmounts() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        var random = new Random(7);
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(new InvoiceLine(
                    "Line " + i,
                    BigDecimal.valueOf(1 + random.nextInt(999), 2),
                    random.nextInt(20_000),
                    random.nextInt(10_001)));
        }
        InvoiceId id = draft(north(), ann, lines.toArray(InvoiceLine[]::new));

        inTransaction(
                north(),
                () -> data.sql(
                                "select position, net_minor, tax_minor from __tenant__.invoice_line where invoice_id = :id")
                        .param("id", id.value())
                        .query((row, _) -> {
                            InvoiceLine line = lines.get(row.getInt("position"));
                            assertThat(row.getLong("net_minor")).isEqualTo(line.netMinor());
                            assertThat(row.getLong("tax_minor")).isEqualTo(line.taxMinor());
                            return line;
                        })
                        .list());
        InvoiceView invoice = view(north(), id);
        assertThat(invoice.lines())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(lines);
        assertThat(invoice.totalMinor()).isEqualTo(InvoiceDraft.total(lines));
    }

    @Test
    void theDatabaseRefusesWhatDoesNotAddUp() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        for (String wrong : List.of(
                "paid_minor = 101, state = 'paid', paid_at = now()",
                "paid_minor = 50",
                "state = 'paid'",
                "total_minor = 99",
                "net_minor = -1, total_minor = -1",
                "number = null",
                "state = 'void'",
                "state = 'draft'")) {
            assertThatThrownBy(() -> inTransaction(
                            north(),
                            () -> data.sql("update __tenant__.invoice set " + wrong + " where id = :id")
                                    .param("id", id.value())
                                    .update()))
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aDraftCanBeWrittenAnewUntilItIsSent() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = draft(north(), ann, line(100), line(200), line(300));
        InvoiceDraft revised = new InvoiceDraft(DUE.plusDays(3), "Thank you", List.of(line("2", 250, 1000)));

        int seen = view(north(), id).version();
        assertThat(as(north(), () -> billing.revise(id, seen, revised, STAFF))).isEqualTo(new Revising.Revised());
        assertThat(view(north(), id).totalMinor()).isEqualTo(550);
        assertThat(view(north(), id).lines()).hasSize(1);
        as(north(), () -> billing.send(id, STAFF));
        assertThat(as(north(), () -> billing.revise(id, seen, new InvoiceDraft(DUE, "", List.of()), STAFF)))
                .isEqualTo(new Revising.NotADraft());
        assertThat(as(north(), () -> billing.discard(id, STAFF))).isFalse();
        assertThat(view(north(), id).totalMinor()).isEqualTo(550);
    }

    @Test
    void ofTwoWhoWriteOneDraftTheSecondIsToldAndNothingIsLost() {
        InvoiceId id =
                draft(north(), patient(north(), "Ann", "ann@example.org"), line(100), line(200), line("1.5", 3, 0));
        int seen = view(north(), id).version();
        InvoiceDraft fewer = new InvoiceDraft(DUE, "", List.of(line(100), line("1.5", 3, 0)));
        InvoiceDraft typo = new InvoiceDraft(DUE, "Thanks", List.of(line(100), line(200), line("1.5", 3, 0)));

        assertThat(as(north(), () -> billing.revise(id, seen, fewer, STAFF))).isEqualTo(new Revising.Revised());
        assertThat(as(north(), () -> billing.revise(id, seen, typo, STAFF))).isEqualTo(new Revising.Meanwhile());
        assertThat(view(north(), id).lines()).hasSize(2);
        assertThat(as(north(), () -> billing.revise(id, seen, fewer, STAFF)))
                .as("the same form again")
                .isEqualTo(new Revising.Revised());
        int now = view(north(), id).version();
        assertThat(now).isNotEqualTo(seen);
        assertThat(as(north(), () -> billing.revise(id, now, typo, STAFF))).isEqualTo(new Revising.Revised());
        assertThat(audited(north())).containsExactly("invoice-created", "invoice-changed", "invoice-changed");
    }

    @Test
    void aDraftThatWasChangedAfterItWasLookedAtIsNotSent() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(8_000));
        int seen = view(north(), id).version();
        as(north(), () -> billing.revise(id, seen, new InvoiceDraft(DUE, "", List.of(line(80_000))), STAFF));

        assertThat(as(north(), () -> billing.send(id, seen, STAFF))).isEqualTo(new Sending.Changed());
        assertThat(mails(north())).isEmpty();
        int now = view(north(), id).version();
        assertThat(as(north(), () -> billing.send(id, now, STAFF))).isEqualTo(new Sending.Sent(1));
    }

    @Test
    void aFormForANewInvoiceSentAgainIsTheInvoiceItBegan() throws Exception {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        var written = new InvoiceDraft(DUE, "", List.of(line(100)));
        UUID form = UUID.randomUUID();
        Callable<Drafted> click = () -> as(north(), () -> billing.draft(form, ann, written, STAFF));
        List<Drafted> drafted = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Drafted> each : threads.invokeAll(List.of(click, click, click))) {
                drafted.add(each.get());
            }
        }

        assertThat(drafted)
                .extracting(Drafted::id)
                .containsOnly(drafted.getFirst().id());
        assertThat(drafted).filteredOn(Drafted::before).hasSize(2);
        assertThat(audited(north())).containsExactly("invoice-created");
        assertThat(as(north(), () -> billing.draft(UUID.randomUUID(), ann, written, STAFF))
                        .before())
                .isFalse();
        PatientId yuki = patient(south(), "Yuki", "y@example.jp");
        assertThat(as(south(), () -> billing.draft(form, yuki, written, STAFF)).before())
                .as("the other clinic's form")
                .isFalse();
    }

    @Test
    void aDiscardedDraftIsGoneAndLeavesATrace() {
        InvoiceId id = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));

        assertThat(as(north(), () -> billing.discard(id, STAFF))).isTrue();
        assertThat(as(north(), () -> desk.find(id))).isEmpty();
        assertThat(audited(north())).containsExactly("invoice-created", "invoice-discarded");
    }

    @Test
    void voidingClosesThePaymentPageFirstAndDropsTheMail() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);
        assertThat(inTransaction(north(), () -> stillDue.holds(id.toString()))).isTrue();

        assertThat(as(north(), () -> voiding.withdraw(id, "Billed twice", STAFF)))
                .isEqualTo(new Voiding.Voided());

        assertThat(payments.withdrawn).containsExactly(InvoicePayables.ref(id));
        InvoiceView invoice = view(north(), id);
        assertThat(invoice.state()).isEqualTo(InvoiceState.VOID);
        assertThat(invoice.history().voidReason()).isEqualTo("Billed twice");
        assertThat(invoice.dueMinor()).isZero();
        assertThat(inTransaction(north(), () -> stillDue.holds(id.toString()))).isFalse();
        assertThat(audited(north())).contains("invoice-voided");
        assertThat(as(north(), () -> voiding.withdraw(id, "Again", STAFF))).isEqualTo(new Voiding.NotOpen());
        assertThat(mails(north()))
                .as("told once, and not why")
                .filteredOn(mail -> mail.startsWith("invoice-void "))
                .containsExactly("invoice-void ann@example.org Invoice 1 from " + north().name() + " is cancelled");
        assertThat(inTransaction(
                        north(),
                        () -> data.sql("select content::text from __tenant__.message")
                                .query(String.class)
                                .list()))
                .noneMatch(content -> content.contains("Billed twice"));
        assertThat(as(north(), () -> desk.timeline(invoice)))
                .extracting(TimelineEntry::what)
                .contains("Email that it is void, to ann@example.org waiting to go out");
    }

    @Test
    void aPatientWithoutAnAddressIsSentAnInvoiceWithoutMailByWhoSaysSo() {
        InvoiceId id = draft(north(), patient(north(), "Bob", ""), line(100));

        assertThat(as(north(), () -> billing.sendEvenWithoutMail(id, null, STAFF)))
                .isEqualTo(new Sending.WithoutMail(1));
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.OPEN);
        assertThat(mails(north())).isEmpty();
        assertThat(as(north(), () -> voiding.withdraw(id, "Typed twice", STAFF)))
                .isEqualTo(new Voiding.Voided());
        assertThat(mails(north())).isEmpty();

        InvoiceId reached = draft(north(), patient(north(), "Ann", "ann@example.org"), line(100));
        assertThat(as(north(), () -> billing.sendEvenWithoutMail(reached, null, STAFF)))
                .as("an address that came meanwhile is used")
                .isEqualTo(new Sending.Sent(2));
        assertThat(mails(north())).hasSize(1);
    }

    @Test
    void anInvoiceThatIsBeingPaidIsNotMadeVoid() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        payments.withdrawal = Withdrawal.PAID_MEANWHILE;
        assertThat(as(north(), () -> voiding.withdraw(id, "No", STAFF))).isEqualTo(new Voiding.AlreadyPaid());
        payments.withdrawal = Withdrawal.TRY_AGAIN;
        assertThat(as(north(), () -> voiding.withdraw(id, "No", STAFF))).isEqualTo(new Voiding.TryAgain());
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.OPEN);
    }

    @Test
    void anotherClinicsInvoiceDoesNotExist() {
        InvoiceId ours = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        assertThat(as(south(), () -> desk.find(ours))).isEmpty();
        assertThatThrownBy(() -> as(south(), () -> billing.send(ours, STAFF)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> as(south(), () -> voiding.withdraw(ours, "No", STAFF)))
                .isInstanceOf(NoSuchElementException.class);
        InvoiceId theirs = sent(south(), patient(south(), "Yuki", "y@example.jp"), 5_000);
        assertThat(theirs).isEqualTo(ours);
        assertThat(view(north(), ours).totalMinor()).isEqualTo(100);
        assertThat(view(south(), theirs).totalMinor()).isEqualTo(5_000);
    }

    @Test
    void anInvoiceIsOverdueWhenTheClinicsDayIsOver() {
        InvoiceId north = sent(north(), patient(north(), "Ann", "ann@example.org"), 100);
        InvoiceId south = sent(south(), patient(south(), "Yuki", "y@example.jp"), 100);

        clock.set(DUE.atTime(16, 0).atZone(north().zone()).toInstant()); // past midnight in Tokyo

        assertThat(view(north(), north).overdue()).isFalse();
        assertThat(view(south(), south).overdue()).isTrue();
    }
}
