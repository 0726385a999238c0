package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = BillingPages.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.web.scheme=https",
            "anteroom.web.base-host=anteroom.test"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class BillingPagesTest {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Billing billing;

    @Autowired
    Patients patients;

    @Autowired
    Payables payables;

    @Autowired
    JdbcClient data;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ScriptedPayments provider;

    @Autowired
    TestClock clock;

    PatientId ann = new PatientId(0);
    long account;

    @BeforeEach
    void annSignsIn() {
        provider.reset();
        ann = patient(north(), "Ann");
        account = account(north(), ann);
    }

    @Test
    void theListSaysWhatToPayAndWhatWasPaid() {
        InvoiceId soon = sent(north(), ann, 1_000, LocalDate.of(2026, 12, 24));
        InvoiceId late = sent(north(), ann, 2_000, LocalDate.of(2026, 11, 30));
        InvoiceId paid = sent(north(), ann, 3_000, LocalDate.of(2026, 12, 24));
        settle(paid, 3_000);
        clock.set(LocalDate.of(2026, 12, 4).atTime(12, 0).atZone(north().zone()).toInstant());

        assertThat(get("/invoices")).hasStatusOk().bodyText().satisfies(body -> {
            assertThat(body.indexOf("Overdue")).isLessThan(body.indexOf("/invoices/" + late + "\""));
            assertThat(body.indexOf("/invoices/" + late + "\"")).isLessThan(body.indexOf("/invoices/" + soon + "\""));
            assertThat(body.indexOf("/invoices/" + soon + "\"")).isLessThan(body.indexOf("/invoices/" + paid + "\""));
            assertThat(body).contains("\u00a310.00", "\u00a320.00", "\u00a330.00", "due 30 November 2026");
        });
    }

    @Test
    void withoutInvoicesThePageSaysSo() {
        assertThat(get("/invoices")).hasStatusOk().bodyText().contains("No invoices");
    }

    @Test
    void payingLeadsToTheCardPageAndTheClickChangesNothingElse() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(get("/invoices/" + id)).bodyText().contains("Pay \u00a384.50");
        assertThat(post("/invoices/" + id + "/payment"))
                .hasStatus(303)
                .hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.started.get(ref(id))).satisfies(urls -> {
            assertThat(Objects.requireNonNull(urls).paid()).hasToString("https://north.anteroom.test/payments/return");
            assertThat(urls.left()).hasToString("https://north.anteroom.test/payments/return?left=true");
        });
    }

    @Test
    void aClinicThatCannotChargeYetSaysSoBeforeAndAfterTheClick() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.chargesEnabled = false;
        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.CLINIC_CANNOT_CHARGE);

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("can\u2019t take card payments here yet")
                .doesNotContain("/payment\"");
        assertThat(post("/invoices/" + id + "/payment")).hasStatus(303).hasHeader("Location", "/invoices/" + id);
    }

    @Test
    void theWayBackSaysWhatCameOfIt() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));

        assertThat(outcome(id, PaymentState.OPEN, null, null, "")).contains("We are checking", "every 3s");
        assertThat(outcome(id, PaymentState.OPEN, null, null, "?left=true"))
                .contains("You have not paid", "Try again")
                .doesNotContain("every 3s");
        assertThat(outcome(id, PaymentState.OPEN, "insufficient_funds", null, ""))
                .contains("did not go through", "not enough money", "Try again");
        assertThat(outcome(id, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "declined the card", "Try again");
        assertThat(outcome(id, PaymentState.PROCESSING, null, null, ""))
                .contains("being processed", "every 3s")
                .doesNotContain("Try again");
        assertThat(outcome(id, PaymentState.EXPIRED, null, null, "")).contains("You have not paid");
        assertThat(outcome(id, PaymentState.SUCCEEDED, null, Allocation.UNALLOCATED, ""))
                .contains("settled already", "give it back");
        assertThat(outcome(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "/receipts/" + PAYMENT);
    }

    @Test
    void pollingGetsAFragmentAndNotAPage() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        provider.known.put(PAYMENT, payment(id, PaymentState.PROCESSING, null, null));

        assertThat(mvc.get()
                        .uri("https://north.anteroom.test/payments/" + PAYMENT)
                        .header(BillingPages.ACCOUNT, account)
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"outcome\"")
                .doesNotContain("<html");
    }

    @Test
    void theReturnAddressLeadsToThePaymentsPage() {
        assertThat(get("/payments/return?payment=" + PAYMENT))
                .hasStatus(303)
                .hasHeader("Location", "/payments/" + PAYMENT);
        assertThat(get("/payments/return?left=true&payment=" + PAYMENT))
                .hasHeader("Location", "/payments/" + PAYMENT + "?left=true");
        assertThat(get("/payments/return?payment=https://evil.example")).hasStatus(404);
    }

    @Test
    void aReceiptIsAPageAndAPaper() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        settle(id, 8_450);

        assertThat(get("/receipts/" + PAYMENT))
                .hasStatusOk()
                .bodyText()
                .contains("Receipt", "\u00a384.50", "Ann Example");
        assertThat(get("/receipts/" + PAYMENT + "/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(get("/invoices/" + id + "/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(get("/invoices/" + id)).bodyText().contains("This invoice is paid", "/receipts/" + PAYMENT);
    }

    @Test
    void anotherPatientsInvoicesPaymentsAndReceiptsDoNotExist() {
        PatientId bob = patient(north(), "Bob");
        InvoiceId bobs = sent(north(), bob, 5_000, LocalDate.of(2026, 12, 5));
        settle(bobs, 5_000);
        provider.known.put(PAYMENT, payment(bobs, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));

        for (String path : List.of(
                "/invoices/" + bobs,
                "/invoices/" + bobs + "/pdf",
                "/payments/" + PAYMENT,
                "/receipts/" + PAYMENT,
                "/receipts/" + PAYMENT + "/pdf",
                "/invoices/abc",
                "/payments/abc",
                "/receipts/abc")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(post("/invoices/" + bobs + "/payment")).hasStatus(404);
        assertThat(provider.started).isEmpty();
        assertThat(get("/invoices")).bodyText().doesNotContain("/invoices/" + bobs);
    }

    @Test
    void theSameNumbersAtTheOtherClinicAreTheOthers() {
        InvoiceId ours = sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        PatientId yuki = patient(south(), "Yuki");
        long yukisAccount = account(south(), yuki);
        assertThat(yukisAccount).isEqualTo(account);

        assertThat(at("south", "/invoices/" + ours)).hasStatus(404);
        InvoiceId theirs = sent(south(), yuki, 12_000, LocalDate.of(2026, 12, 5));
        assertThat(theirs).isEqualTo(ours);
        assertThat(at("south", "/invoices/" + theirs)).hasStatusOk().bodyText().contains("12,000", "Yuki");
        assertThat(get("/invoices/" + ours)).bodyText().contains("\u00a350.00", "Ann");
    }

    @Test
    void aVoidInvoiceSaysThatNothingIsOwed() {
        InvoiceId id = sent(north(), ann, 5_000, LocalDate.of(2026, 12, 5));
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(_ -> data.sql(
                                "update __tenant__.invoice set state = 'void', voided_at = now(), voided_by = 'R',"
                                        + " void_reason = 'Secret reason' where id = :id")
                        .param("id", id.value())
                        .update()));

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("cancelled this invoice")
                .doesNotContain("Secret reason", "Pay \u00a3");
    }

    private String outcome(
            InvoiceId invoice,
            PaymentState state,
            @Nullable String failure,
            @Nullable Allocation allocation,
            String query) {
        provider.known.put(PAYMENT, payment(invoice, state, failure, allocation));
        MvcTestResult result = get("/payments/" + PAYMENT + query);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Payment payment(
            InvoiceId invoice, PaymentState state, @Nullable String failure, @Nullable Allocation allocation) {
        return new Payment(
                PAYMENT,
                ref(invoice),
                Money.of(8_450, "GBP"),
                state,
                allocation,
                failure,
                clock.instant(),
                null,
                "visa 4242");
    }

    private static PayableRef ref(InvoiceId invoice) {
        return new PayableRef("invoice", invoice.toString());
    }

    private MvcTestResult get(String path) {
        return at("north", path);
    }

    private MvcTestResult at(String slug, String path) {
        return mvc.get()
                .uri("https://" + slug + ".anteroom.test" + path)
                .header(BillingPages.ACCOUNT, account)
                .exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post()
                .uri("https://north.anteroom.test" + path)
                .header(BillingPages.ACCOUNT, account)
                .exchange();
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(tenant, () -> transaction.execute(_ -> work.get())));
    }

    private PatientId patient(Tenant tenant, String given) {
        PatientDetails details = PatientDetails.of(given, "Example", LocalDate.of(1980, 3, 27))
                .reachedBy(new EmailAddress(given.toLowerCase(Locale.ROOT) + "@example.org"), null);
        return in(
                tenant,
                () -> patients.save(new Patient(details, STAFF, clock.instant()))
                        .id());
    }

    private long account(Tenant tenant, PatientId patient) {
        return in(tenant, () -> {
            long id = data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                    .query(Long.class)
                    .single();
            data.sql("insert into __tenant__.access_grant"
                            + " (account_id, patient_id, relationship, level, scope, granted_at, granted_by)"
                            + " values (:account, :patient, 'self', 'full', array['money'], now(), 'Robin')")
                    .param("account", id)
                    .param("patient", patient.value())
                    .update();
            return id;
        });
    }

    private InvoiceId sent(Tenant tenant, PatientId patient, long minor, LocalDate due) {
        return in(tenant, () -> {
            var line = new InvoiceLine("Consultation", BigDecimal.ONE, minor, 0);
            InvoiceId id = billing.draft(patient, new InvoiceDraft(due, "See you soon", List.of(line)), STAFF);
            billing.send(id, STAFF);
            return id;
        });
    }

    private void settle(InvoiceId id, long minor) {
        in(north(), () -> payables.settled(ref(id), PAYMENT, Money.of(minor, "GBP"), clock.instant()));
    }
}
