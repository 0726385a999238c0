package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.billing.credit.CreditLine;
import io.anteroom.clinic.billing.credit.CreditNote;
import io.anteroom.clinic.billing.credit.CreditNoteId;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.credit.CreditPaper;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.Crediting;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Withdrawal;
import io.anteroom.tenancy.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class CreditNoteTest extends BillingFixture {

    private static final CreditWish WHOLE = new CreditWish.Whole();

    @Autowired
    InvoiceCredit credit;

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    CreditNotes notes;

    @Autowired
    CreditPaper paper;

    @Autowired
    InvoiceStillDue stillDue;

    @Test
    void anInvoiceThatIsCreditedWholeAndUnpaidIsClosed() {
        InvoiceId id = invoice(north(), line("1", 10_000, 2000), line("1", 1_000, 500));

        assertThat(credited(id, WHOLE)).satisfies(it -> assertThat(it.number()).isOne());

        InvoiceView invoice = view(north(), id);
        assertThat(invoice.state()).isEqualTo(InvoiceState.CREDITED);
        assertThat(invoice.dueMinor()).isZero();
        assertThat(inTransaction(north(), () -> stillDue.holds(id.toString()))).isFalse();
        CreditNote note = note(invoice);
        assertThat(List.of(note.netMinor(), note.taxMinor(), note.totalMinor()))
                .containsExactly(11_000L, 2_050L, 13_050L);
        assertThat(note.taxByRate()).containsExactly(Map.entry(500, 50L), Map.entry(2000, 2_000L));
        assertThat(mails(north())).contains("credit-note ann@example.org Credit note 1 from " + north().name());
        assertThat(audited(north())).contains("invoice-credited");
        assertThat(payments.withdrawn).containsExactly(InvoicePayables.ref(id));
        assertThat(ask(id, WHOLE)).isInstanceOf(Crediting.Meanwhile.class);
        assertThat(settle(north(), id, payment(), 13_050)).isEqualTo(Allocation.UNALLOCATED);
    }

    @Test
    void aPartLowersWhatIsOwedAndPayingTheRestPaysTheInvoice() {
        InvoiceId id = invoice(north(), line("1", 10_000, 2000));

        credited(id, new CreditWish.Amount(2_000));
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.OPEN);
        assertThat(view(north(), id).dueMinor()).isEqualTo(10_000);
        assertThat(note(view(north(), id)).lines())
                .containsExactly(new CreditLine(0, "Consultation", 2000, 1_667, 333));
        assertThat(as(north(), () -> desk.balance(view(north(), id).patient())).dueMinor())
                .isEqualTo(10_000);
        assertThat(settle(north(), id, payment(), 4_000)).isEqualTo(Allocation.ALLOCATED);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PART_PAID);
        assertThat(settle(north(), id, payment(), 6_001)).isEqualTo(Allocation.UNALLOCATED);
        assertThat(settle(north(), id, payment(), 6_000)).isEqualTo(Allocation.ALLOCATED);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PAID);
        assertThat(view(north(), id).toGiveBackMinor()).isZero();
    }

    @Test
    void creditingTheRestOfAPartPaidInvoicePaysIt() {
        InvoiceId id = invoice(north(), line(10_000));
        settle(north(), id, payment(), 4_000);

        assertThat(credited(id, new CreditWish.Amount(6_000)).toGiveBackMinor()).isZero();
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PAID);
    }

    @Test
    void whatWasPaidBeyondIsMoneyToGiveBackUntilItIs() {
        InvoiceId id = invoice(north(), line(10_000));
        PaymentId payment = payment();
        settle(north(), id, payment, 10_000);

        assertThat(credited(id, new CreditWish.Amount(3_000)).toGiveBackMinor()).isEqualTo(3_000);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PAID);
        assertThat(view(north(), id).toGiveBackMinor()).isEqualTo(3_000);
        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(id), payment, new Money(2_000, north().currency()));
            return id;
        });
        assertThat(view(north(), id).toGiveBackMinor()).isEqualTo(1_000);
        assertThat(view(north(), id).givenBack()).isEqualTo(GivenBack.PARTLY);
    }

    @Test
    void chosenLinesAreCreditedWithWhatIsLeftOfThem() {
        InvoiceId id = invoice(north(), line(5_000), line("1", 1_000, 2000), line(2_000));
        credited(id, new CreditWish.Amount(820)); // a tenth of each

        credited(id, new CreditWish.Lines(Set.of(1, 2)));

        assertThat(as(north(), () -> notes.left(view(north(), id))))
                .containsExactly(Map.entry(0, 4_500L), Map.entry(1, 0L), Map.entry(2, 0L));
        assertThat(ask(id, new CreditWish.Lines(Set.of(1)))).isEqualTo(new Crediting.Nothing());
        assertThat(ask(id, new CreditWish.Lines(Set.of(7)))).isEqualTo(new Crediting.Nothing());
        assertThat(ask(id, new CreditWish.Amount(4_501))).isEqualTo(new Crediting.TooMuch(4_500));
        assertThat(ask(id, new CreditWish.Amount(0))).isEqualTo(new Crediting.Nothing());
        assertThat(ask(id, new CreditWish.Amount(-1))).isEqualTo(new Crediting.Nothing());
    }

    @Test
    void partsAddUpToTheLinesToTheLastCoin() {
        var random = new Random(3);
        for (int round = 0; round < 6; round++) {
            List<InvoiceLine> lines = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                lines.add(line("1", 1 + random.nextInt(3_000), random.nextInt(2_500))
                        .withTaxIncluded(random.nextBoolean()));
            }
            InvoiceId id = invoice(north(), lines.toArray(InvoiceLine[]::new));
            while (view(north(), id).isCreditable()) {
                InvoiceView now = view(north(), id);
                credited(id, new CreditWish.Amount(1 + random.nextLong(now.totalMinor() - now.creditedMinor())));
            }
            InvoiceView done = view(north(), id);
            Map<Integer, Long> net = new HashMap<>();
            Map<Integer, Long> tax = new HashMap<>();
            for (CreditNote each : as(north(), () -> notes.of(done))) {
                for (CreditLine line : as(north(), () -> notes.find(done, each.id()))
                        .orElseThrow()
                        .lines()) {
                    assertThat(line.netMinor()).isNotNegative();
                    assertThat(line.taxMinor()).isNotNegative();
                    net.merge(line.position(), line.netMinor(), Long::sum);
                    tax.merge(line.position(), line.taxMinor(), Long::sum);
                }
            }
            for (int i = 0; i < lines.size(); i++) {
                assertThat(net.getOrDefault(i, 0L)).isEqualTo(lines.get(i).netMinor());
                assertThat(tax.getOrDefault(i, 0L)).isEqualTo(lines.get(i).taxMinor());
            }
        }
    }

    @Test
    void aSecondClickWritesNoSecondNoteAndNumbersHaveNoGaps() throws Exception {
        InvoiceId id = invoice(north(), line(10_000));
        InvoiceView seen = view(north(), id);
        CreditSeen fresh = new CreditSeen(0, 0);
        Callable<Crediting> click =
                () -> as(north(), () -> credit.credit(seen, new CreditWish.Amount(1_000), "Too dear", fresh, STAFF));
        List<Crediting> came = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Crediting> each : threads.invokeAll(List.of(click, click, click))) {
                came.add(each.get());
            }
        }

        assertThat(came).filteredOn(Crediting.Credited.class::isInstance).hasSize(1);
        assertThat(came).filteredOn(Crediting.Meanwhile.class::isInstance).hasSize(2);
        assertThat(view(north(), id).creditedMinor()).isEqualTo(1_000);
        assertThat(credited(id, WHOLE).number()).isEqualTo(2);
        InvoiceId theirs = sent(south(), patient(south(), "Yuki", "y@example.jp"), 100);
        assertThat(((Crediting.Credited) ask(south(), theirs, WHOLE)).number()).isOne();
    }

    @Test
    void whatWasNotSentOrIsVoidIsNotCreditedAndWhatIsCreditedIsNotMadeVoid() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId draft = draft(north(), ann, line(100));
        InvoiceId gone = sent(north(), ann, 100);
        as(north(), () -> voiding.withdraw(gone, "No", STAFF));
        InvoiceId partly = sent(north(), ann, 100);
        credited(partly, new CreditWish.Amount(1));

        assertThat(view(north(), draft).isCreditable()).isFalse();
        assertThat(ask(draft, WHOLE)).isInstanceOf(Crediting.Meanwhile.class);
        assertThat(ask(gone, WHOLE)).isInstanceOf(Crediting.Meanwhile.class);
        assertThat(as(north(), () -> voiding.withdraw(partly, "No", STAFF))).isEqualTo(new Voiding.Credited());
    }

    @Test
    void nothingIsCreditedWhileSomebodyPays() {
        InvoiceId id = invoice(north(), line(100));

        payments.withdrawal = Withdrawal.PAID_MEANWHILE;
        assertThat(ask(id, WHOLE)).isEqualTo(new Crediting.BeingPaid());
        payments.withdrawal = Withdrawal.TRY_AGAIN;
        assertThat(ask(id, WHOLE)).isEqualTo(new Crediting.TryAgain());
        assertThat(view(north(), id).creditedMinor()).isZero();
    }

    @Test
    void theDatabaseRefusesCreditThatDoesNotAddUp() {
        InvoiceId id = invoice(north(), line(100));

        for (String wrong : List.of(
                "credited_minor = 101",
                "credited_minor = 100",
                "credited_minor = -1",
                "state = 'credited'",
                "credited_minor = 50, state = 'credited'",
                "credited_minor = 50, state = 'void', voided_at = now(), void_reason = 'x'",
                "credited_minor = 50, paid_minor = 60, state = 'part_paid'")) {
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
    void theNoteIsAPaperInTheReadersLanguage() throws Exception {
        InvoiceId id = invoice(north(), line("1", 10_000, 2000));
        credited(id, WHOLE);
        InvoiceView invoice = view(north(), id);

        assertThat(text(as(north(), () -> paper.print(invoice, note(invoice)))))
                .contains("Credit note 1", "Invoice 1", "Ann Example", "Too dear", "£120.00", "Tax 20%", "£20.00");
        Words german = Words.in(Language.GERMAN, "GB");
        assertThat(text(as(north(), () -> Words.speaking(() -> german, () -> paper.print(invoice, note(invoice))))))
                .contains("Gutschrift 1", "Rechnung 1", "Grund");
        InvoiceView payersOnly = invoice.forPayingOnly(number -> "Item " + number);
        assertThat(text(as(north(), () -> paper.print(payersOnly, note(invoice)))))
                .as("for who only pays")
                .contains("Credit note 1", "£120.00", "£20.00")
                .doesNotContain("Description");
    }

    @Test
    void anotherClinicsCreditNoteDoesNotExist() {
        InvoiceId ours = invoice(north(), line(100));
        credited(ours, WHOLE);
        InvoiceId theirs = sent(south(), patient(south(), "Yuki", "y@example.jp"), 100);
        assertThat(theirs).isEqualTo(ours);

        InvoiceView invoice = view(south(), theirs);
        assertThat(as(south(), () -> notes.of(invoice))).isEmpty();
        assertThat(as(south(), () -> notes.find(invoice, new CreditNoteId(1)))).isEmpty();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private InvoiceId invoice(Tenant tenant, InvoiceLine... lines) {
        InvoiceId id = draft(tenant, patient(tenant, "Ann", "ann@example.org"), lines);
        as(tenant, () -> billing.send(id, STAFF));
        return id;
    }

    private CreditNote note(InvoiceView invoice) {
        return as(
                north(),
                () -> Stream.of(notes.of(invoice).getFirst())
                        .map(first -> notes.find(invoice, first.id()).orElseThrow())
                        .toList()
                        .getFirst());
    }

    private Crediting.Credited credited(InvoiceId id, CreditWish wish) {
        return (Crediting.Credited) ask(id, wish);
    }

    private Crediting ask(InvoiceId id, CreditWish wish) {
        return ask(north(), id, wish);
    }

    private Crediting ask(Tenant tenant, InvoiceId id, CreditWish wish) {
        InvoiceView invoice = view(tenant, id);
        var seen = new CreditSeen(invoice.creditedMinor(), invoice.paidMinor());
        return as(tenant, () -> credit.credit(invoice, wish, "Too dear", seen, STAFF));
    }

    private static PaymentId payment() {
        return new PaymentId(UUID.randomUUID());
    }
}
