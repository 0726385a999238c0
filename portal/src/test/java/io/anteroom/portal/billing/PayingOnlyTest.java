package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.export.content.CopyReach;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PayingOnlyTest extends SignedInFixture {

    @Autowired
    InvoiceCredit credit;

    @Autowired
    InvoiceDesk desk;

    @Autowired
    CreditNotes notes;

    @Autowired
    PatientInvoices patientInvoices;

    @Autowired
    Charts charts;

    private PatientId child = new PatientId(0);
    private InvoiceId invoice = new InvoiceId(1);

    /** Ann pays for Cleo, and may see nothing else of her. */
    @BeforeEach
    void annPaysForCleo() {
        in(north(), () -> data.sql("delete from __tenant__.access_grant").update());
        child = patient(north(), "Cleo");
        grant(account, child, "full", "money");
        invoice = sent(north(), child, 8_450, LocalDate.of(2026, 12, 5));
    }

    @Test
    void whoeverPaysOnlySeesAmountsAndNothingOfWhatTheyAreFor() {
        credited();

        assertThat(get("/invoices")).hasStatusOk().bodyText().contains("/invoices/" + invoice, "\u00a364.50");
        assertThat(get("/invoices/" + invoice))
                .hasStatusOk()
                .bodyText()
                .contains("\u00a364.50", "Cleo Example", "what it is for isn\u2019t shown", "Credit note 1")
                .doesNotContain("Consultation", "See you soon", "Too dear");
    }

    @Test
    void papersAreMadeOfTheSameAndNameNoService() {
        credited();

        CurrentTenant.run(north(), () -> {
            InvoiceView seen =
                    patientInvoices.in(charts.visibleTo(viewer())).find(invoice).orElseThrow();
            assertThat(seen.lines()).extracting(InvoiceLine::description).containsExactly("Item 1");
            assertThat(seen.note()).isEmpty();
            assertThat(seen.totalMinor()).isEqualTo(8_450);
            var note = notes.of(seen).getFirst();
            assertThat(note.reason()).isEmpty();
            assertThat(notes.find(seen, note.id()).orElseThrow().lines())
                    .extracting(line -> line.description())
                    .containsExactly("Item 1");
        });
        assertThat(get("/invoices/" + invoice + "/pdf")).hasStatusOk().hasContentType("application/pdf");
        assertThat(get("/invoices/" + invoice + "/credits/1/pdf")).hasStatusOk().hasContentType("application/pdf");
    }

    @Test
    void theyPayAsAnybodyElse() {
        var payment = new PaymentId(UUID.fromString("7f0d6a2e-6d0c-4f0e-8f43-0c7a4f6d2b44"));
        provider.answer = new CheckoutStart.Redirect(payment, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(post("/invoices/" + invoice + "/payment")).hasStatus(303);
        assertThat(provider.started).containsOnlyKeys(new PayableRef("invoice", invoice.toString()));
    }

    @Test
    void noOtherSectionIsTheirs() {
        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/invoices\"")
                .doesNotContain("href=\"/appointments\"", "href=\"/records\"", "href=\"/questionnaires\"")
                .doesNotContain("href=\"/documents\"");
    }

    @Test
    void whoElseHasAccessIsNotToldToWhoeverPaysOnly() {
        long father = account(north(), patient(north(), "Peter"));
        in(
                north(),
                () -> data.sql("update __tenant__.portal_account set holder_name = 'Peter Secret' where id = :id")
                        .param("id", father)
                        .update());
        grant(father, child, "full", "bookings,money,clinical");

        assertThat(get("/access"))
                .hasStatusOk()
                .bodyText()
                .contains("Amounts of invoices, to pay them")
                .doesNotContain("Peter", "Bookings and forms");
    }

    @Test
    void thereIsNoCopyOfTheRecordForThem() {
        VisiblePatient seen = CurrentTenant.call(
                north(), () -> charts.visibleTo(viewer()).patients().getFirst());

        assertThat(seen.isForPayingOnly()).isTrue();
        assertThat(CopyReach.of(seen)).isEmpty();
    }

    @Test
    void withAnotherPartOfTheRecordTheLinesAreThere() {
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings', 'money']")
                        .update());

        assertThat(get("/invoices/" + invoice)).bodyText().contains("Consultation", "See you soon");
    }

    @Test
    void limitedAccessToMoneyShowsNoInvoiceAtAll() {
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set level = 'limited'")
                        .update());

        assertThat(get("/invoices/" + invoice)).hasStatus(404);
        assertThat(post("/invoices/" + invoice + "/payment")).hasStatus(404);
    }

    @Test
    void theSameNumbersAtTheOtherClinicAndOtherPatientsStayOutOfSight() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 100, LocalDate.of(2026, 12, 5));
        PatientId yuki = patient(south(), "Yuki");
        long yukisAccount = account(south(), yuki);
        assertThat(yukisAccount).isEqualTo(account);
        InvoiceId theirs = sent(south(), yuki, 12_000, LocalDate.of(2026, 12, 5));
        assertThat(theirs).isEqualTo(invoice);
        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));

        assertThat(get("/invoices/" + bobs)).hasStatus(404);
        assertThat(at("south", "/invoices/" + invoice)).bodyText().contains("Consultation");
        assertThat(get("/invoices/" + invoice)).bodyText().doesNotContain("Consultation");
    }

    private Viewer viewer() {
        return new Viewer(
                new AccountId(account), new SessionId(1), clock.instant().plus(Duration.ofHours(1)), null, null);
    }

    private void credited() {
        CurrentTenant.run(north(), () -> {
            InvoiceView whole = desk.find(invoice).orElseThrow();
            var seen = new CreditSeen(whole.creditedMinor(), whole.paidMinor());
            credit.credit(whole, new CreditWish.Amount(2_000), "Too dear", seen, STAFF);
        });
    }
}
