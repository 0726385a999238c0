package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class GivingBackTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    @Autowired
    PatientRecords records;

    @Autowired
    Billing billing;

    @Autowired
    TestClock clock;

    GivingBackTest() {
        super(StaffRole.BILLING);
    }

    @BeforeEach
    void moneyArrivedForNothing() {
        InvoiceId id = CurrentTenant.call(north(), this::invoice);
        arrived(id, 0);
    }

    @Test
    void staffAreToldOnTheListOfInvoicesAndOnTheInvoice() {
        assertThat(get("/invoices"))
                .bodyText()
                .contains("One payment arrived when nothing was left to pay", "/o/north/invoices/to-give-back");
        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("See how to give it back", "To give back", "/o/north/invoices/to-give-back");
        role = StaffRole.OWNER;
        assertThat(get("/settings/payments"))
                .bodyText()
                .contains("One payment arrived", "/o/north/invoices/to-give-back");
    }

    @Test
    void thePageSaysWhatItIsWhoseItIsAndWhatToDo() {
        assertThat(get("/invoices/to-give-back"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example", "Invoice 1", "£50.00", "Visa ending 4242", PAYMENT.toString())
                .contains(
                        "search for the reference",
                        "Refund the payment there",
                        "Check again",
                        "/o/north/invoices/1/payments/" + PAYMENT + "/refund");
    }

    @Test
    void moneyForSeveralThatCountedOnNoneIsGivenBackOfEach() {
        InvoiceId other = CurrentTenant.call(north(), this::invoice);
        var bundle = new PayableRef("invoices", UUID.randomUUID().toString());
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        bundle,
                        Money.of(10_000, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.UNALLOCATED,
                        null,
                        clock.instant(),
                        clock.instant(),
                        "visa 4242",
                        0,
                        false));
        run(north(), """
                with p as (insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                    paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation, created_at,
                    changed_at, settled_at)
                values ('%s', 'invoices', '%s', 10000, 'GBP', 'Invoices', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1', NOW, 'pi_1',
                    'unallocated', NOW, NOW, NOW) returning id)
                insert into __tenant__.payment_part (payment_id, position, payable_kind, payable_id, description, amount_minor)
                select p.id, v.at, 'invoice', v.invoice, 'Invoice', 5000 from p
                 cross join (values (1, '1'), (2, '%s')) as v (at, invoice)""".formatted(PAYMENT, bundle.id(), other).replace("NOW", NOW));

        assertThat(get("/invoices/to-give-back"))
                .hasStatusOk()
                .bodyText()
                .contains("Invoice 1", "Invoice 2", "Ann Example", "£100.00", "Give back of 1", "Give back of 2")
                .contains(
                        "/o/north/invoices/1/payments/" + PAYMENT + "/refund",
                        "/o/north/invoices/" + other + "/payments/" + PAYMENT + "/refund");
    }

    @Test
    void onceStripeSaysThatItWasGivenBackItIsGoneFromEveryPage() {
        assertThat(post("/invoices/to-give-back/" + PAYMENT + "/check"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/invoices/to-give-back");
        assertThat(get("/invoices/to-give-back")).bodyText().contains(PAYMENT.toString());

        arrived(new InvoiceId(1), 5_000);
        assertThat(post("/invoices/to-give-back/" + PAYMENT + "/check")).hasStatus(303);
        assertThat(get("/invoices/to-give-back"))
                .bodyText()
                .contains("Nothing to give back")
                .doesNotContain(PAYMENT.toString());
        assertThat(get("/invoices")).bodyText().doesNotContain("nothing was left to pay");
        assertThat(get("/invoices/1")).bodyText().contains("Given back").doesNotContain("See how to give it back");
    }

    @Test
    void whoOnlyReadsInvoicesIsNotSentThere() {
        role = StaffRole.PRACTITIONER;

        assertThat(get("/invoices")).bodyText().doesNotContain("nothing was left to pay");
        assertThat(get("/invoices/to-give-back")).hasStatus(403);
        assertThat(post("/invoices/to-give-back/" + PAYMENT + "/check")).hasStatus(403);
    }

    @Test
    void aPaymentThatIsNotThisClinicsDoesNotExist() {
        assertThat(post("/invoices/to-give-back/" + UUID.randomUUID() + "/check"))
                .hasStatus(404);
        assertThat(post("/invoices/to-give-back/nonsense/check")).hasStatus(404);
    }

    private InvoiceId invoice() {
        var details = PatientDetails.of("Ann", "Example", LocalDate.of(1980, 3, 27))
                .reachedBy(new EmailAddress("ann@example.org"), null);
        var ann = ((Registered.Created) records.register(details, true, STAFF)).id();
        var line = new InvoiceLine("Consultation", BigDecimal.ONE, 5_000, 0);
        InvoiceId id = billing.draft(ann, new InvoiceDraft(LocalDate.of(2026, 12, 5), "", List.of(line)), STAFF);
        billing.send(id, STAFF);
        return id;
    }

    private void arrived(InvoiceId invoice, long refunded) {
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        new PayableRef("invoice", invoice.toString()),
                        Money.of(5_000, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.UNALLOCATED,
                        null,
                        clock.instant(),
                        clock.instant(),
                        "visa 4242",
                        refunded,
                        false));
    }

    private MvcTestResult get(String path) {
        return opens("/o/north" + path);
    }

    private MvcTestResult post(String path) {
        return sends("/o/north" + path);
    }
}
