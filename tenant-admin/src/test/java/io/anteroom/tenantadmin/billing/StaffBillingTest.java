package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.payments.OnboardingStatus.Stage;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.Withdrawal;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StaffBillingTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    @Autowired
    PortalSetup portal;

    @Autowired
    Patients patients;

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.InvoicePayables")
    Payables payables;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    StaffBillingTest() {
        super(StaffRole.OWNER);
    }

    long ann;

    @BeforeEach
    void aPatient() {
        ann = patient(north(), "Ann", "ann@example.org");
    }

    @Test
    void aDraftIsWrittenSentAndThenFixed() {
        assertThat(get("/patients/" + ann + "/invoices/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example", "2026-12-05", "lines[0].description");

        MvcTestResult saved = form("/patients/" + ann + "/invoices/new", "save", "true", "84.50", "20");
        assertThat(saved).hasStatus(303).hasHeader("Location", "/o/north/invoices/1");
        assertThat(get("/invoices/1"))
                .hasStatusOk()
                .bodyText()
                .contains("\u00a3101.40", "Draft", "Send to the patient");
        assertThat(get("/invoices/1/edit")).hasStatusOk().bodyText().contains("value=\"84.50\"", "value=\"20\"");

        assertThat(post("/invoices/1/sending")).hasStatus(303).hasHeader("Location", "/o/north/invoices/1");
        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("Invoice 1", "Unpaid", "Make void", "waiting to go out", "Robin Desk")
                .doesNotContain("Send to the patient");
        assertThat(get("/invoices/1/edit")).hasStatus(404);
        assertThat(get("/invoices/1/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
    }

    @Test
    void forAPatientWithoutAnAddressThePageSaysThatNoEmailGoes() {
        run(north(), "update __tenant__.patient set email = null");
        assertThat(form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0"))
                .hasStatus(303);

        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("so no email goes", "Send without email")
                .doesNotContain("Send to the patient");
        assertThat(post("/invoices/1/sending")).hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("Send without email");
        assertThat(sends("/o/north/invoices/1/sending?unmailed=true")).hasStatus(303);
        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("Invoice 1", "Unpaid")
                .doesNotContain("waiting to go out", "so no email goes");
    }

    @Test
    void linesAreAddedAndRemovedWithoutScriptAndWhatWasTypedIsKept() {
        String url = "/patients/" + ann + "/invoices/new";

        assertThat(form(url, "add", "true", "84.50", "20"))
                .hasStatusOk()
                .bodyText()
                .contains("lines[1].description", "value=\"84.50\"", "value=\"Consultation\"");
        assertThat(form(url, "remove", "0", "84.50", "20"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("value=\"84.50\"", "lines[1]")
                .contains("lines[0].description");
        assertThat(form(url, "remove", "99999999999", "84.50", "20")).hasStatusOk();
        assertThat(count("invoice")).isZero();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndKept() {
        String url = "/patients/" + ann + "/invoices/new";

        assertThat(form(url, "save", "true", "84.505", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("84.505", "at most 2 decimals");
        assertThat(form(url, "save", "true", "-1", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 0 or more");
        assertThat(form(url, "save", "true", "lots", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("as a number", "value=\"lots\"");
        assertThat(form(url, "save", "true", "\u20ac5", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("British Pound");
        assertThat(form(url, "save", "true", "5", "120"))
                .hasStatus(422)
                .bodyText()
                .contains("at most 100 per cent");
        assertThat(form(url, "save", "true", "999999.99", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("The total must be at most");
        assertThat(count("invoice")).isZero();
    }

    @Test
    void aFormSentAgainIsNoSecondDraft() {
        String url = "/patients/" + ann + "/invoices/new";
        String token = hidden(get(url), "token");

        assertThat(typed(url, "token", token, "50")).hasStatus(303).hasHeader("Location", "/o/north/invoices/1");
        assertThat(typed(url, "token", token, "60")).hasStatus(303).hasHeader("Location", "/o/north/invoices/1");
        assertThat(count("invoice")).isOne();
        assertThat(get("/invoices/1")).bodyText().contains("£50.00");
        assertThat(typed(url, "token", hidden(get(url), "token"), "60")).hasHeader("Location", "/o/north/invoices/2");
        assertThat(hidden(typed(url, "token", token, "lots"), "token")).isEqualTo(token);
    }

    @Test
    void aDraftThatSomebodyElseChangedIsNotOverwrittenUnseen() {
        form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0");
        String seen = hidden(get("/invoices/1/edit"), "version");
        assertThat(typed("/invoices/1/edit", "version", seen, "800")).hasStatus(303);

        MvcTestResult second = typed("/invoices/1/edit", "version", seen, "60");
        assertThat(second)
                .hasStatus(422)
                .bodyText()
                .contains("Somebody changed this draft meanwhile", "£800.00", "value=\"60\"");
        assertThat(get("/invoices/1")).bodyText().contains("£800.00");
        assertThat(sends("/o/north/invoices/1/sending?seen=" + seen)).hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("Send to the patient");
        String now = hidden(second, "version");
        assertThat(get("/invoices/1")).bodyText().contains("/o/north/invoices/1/sending?seen=" + now + "\"");
        assertThat(typed("/invoices/1/edit", "version", now, "60"))
                .as("the same again, now that it was seen")
                .hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("£60.00");
        now = hidden(get("/invoices/1/edit"), "version");
        assertThat(sends("/o/north/invoices/1/sending?seen=" + now)).hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("Invoice 1");
    }

    private MvcTestResult typed(String path, String mark, String value, String price) {
        return sends(
                "/o/north" + path,
                mark,
                value,
                "dueOn",
                "2026-12-05",
                "lines[0].description",
                "Consultation",
                "lines[0].quantity",
                "1",
                "lines[0].price",
                price,
                "lines[0].tax",
                "0",
                "save",
                "true");
    }

    @Test
    void moreLinesThanAnInvoiceHoldsAreSaidAndNotDropped() {
        String url = "/patients/" + ann + "/invoices/new";

        assertThat(lines(url, 100, "add")).hasStatus(422).bodyText().contains("at most 100 lines");
        assertThat(lines(url, 101, "save")).hasStatus(422).bodyText().contains("at most 100 lines");
        assertThat(count("invoice")).isZero();
        assertThat(lines(url, 100, "save")).hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("Line no. 99<");
    }

    private MvcTestResult lines(String path, int number, String button) {
        List<String> fields = new ArrayList<>(List.of("dueOn", "2026-12-05", "note", "", button, "true"));
        for (int i = 0; i < number; i++) {
            String line = "lines[" + i + "].";
            fields.addAll(List.of(line + "description", "Line no. " + i, line + "quantity", "1"));
            fields.addAll(List.of(line + "price", "1", line + "tax", "0"));
        }
        return sends("/o/north" + path, fields.toArray(String[]::new));
    }

    @Test
    void aPriceMayContainItsTaxAndDiscountsComeOff() {
        String url = "/patients/" + ann + "/invoices/new";

        assertThat(line(url, "120", "20", "true", "10%", "")).hasStatus(303);
        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("20% included", "£12.00 taken off", "£90.00", "£18.00", "£108.00");
        assertThat(get("/invoices/1/edit")).bodyText().contains("value=\"10%\"", "value=\"120.00\"");
        assertThat(line(url, "100", "20", "false", "", "15.50")).hasStatus(303);
        assertThat(get("/invoices/2")).bodyText().contains("-£15.50", "£84.50", "£16.90", "£101.40");
        assertThat(line(url, "100", "20", "false", "100.01", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at most £100.00", "value=\"100.01\"");
        assertThat(line(url, "100", "20", "false", "101%", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at most 100%");
        assertThat(line(url, "100", "20", "false", "", "100.01"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at most £100.00");
        assertThat(line(url, "100", "20", "false", "", "a lot"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an amount, or a part like 10%");
    }

    private MvcTestResult line(
            String path, String price, String tax, String included, String lineDiscount, String discount) {
        return sends(
                "/o/north" + path,
                "dueOn",
                "2026-12-05",
                "note",
                "",
                "discount",
                discount,
                "lines[0].description",
                "Consultation",
                "lines[0].quantity",
                "1",
                "lines[0].price",
                price,
                "lines[0].tax",
                tax,
                "lines[0].included",
                included,
                "lines[0].discount",
                lineDiscount,
                "save",
                "true");
    }

    @Test
    void yenAreTypedWithoutDecimals() {
        long yuki = patient(south(), "Yuki", "yuki@example.jp");

        assertThat(exchange("south", "/patients/" + yuki + "/invoices/new", "save", "true", "12000.50", "10"))
                .hasStatus(422)
                .bodyText()
                .contains("without decimals");
        assertThat(exchange("south", "/patients/" + yuki + "/invoices/new", "save", "true", "12,000", "10"))
                .hasStatus(303);
        assertThat(at("south", "/invoices/1")).bodyText().contains("13,200").doesNotContain("13,200.00");
    }

    @Test
    void aPaymentIsSeenAtOnce() {
        invoice();
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        new PayableRef("invoice", "1"),
                        Money.of(5_000, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.ALLOCATED,
                        null,
                        clock.instant(),
                        clock.instant(),
                        "visa 4242",
                        0,
                        false));
        in(
                north(),
                () -> payables.settled(
                        new PayableRef("invoice", "1"), PAYMENT, Money.of(5_000, "GBP"), clock.instant()));

        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("Paid \u00a350.00", "Visa ending 4242")
                .doesNotContain("Make void");
        assertThat(get("/invoices?show=paid")).bodyText().contains("Ann Example", "Paid");
    }

    @Test
    void voidingAsksWhyAndSaysWhatIsLost() {
        invoice();

        assertThat(get("/invoices/1/voiding"))
                .hasStatusOk()
                .bodyText()
                .contains("will not be able to pay it", "is told so by email");
        assertThat(post("/invoices/1/voiding")).hasStatus(422).bodyText().contains("Say why");
        provider.withdrawal = Withdrawal.TRY_AGAIN;
        assertThat(sends("/o/north/invoices/1/voiding", "reason", "Billed twice"))
                .hasStatus(422)
                .bodyText()
                .contains("Try again in a minute", "Billed twice");
        provider.withdrawal = Withdrawal.CLOSED;
        assertThat(sends("/o/north/invoices/1/voiding", "reason", "Billed twice"))
                .hasStatus(303);
        assertThat(get("/invoices/1")).bodyText().contains("Void", "Made void: Billed twice");
    }

    @Test
    void beforeTheySendStaffAreToldThatThePortalShowsNoInvoices() {
        form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0");

        assertThat(get("/invoices/1")).bodyText().contains("Your portal shows no invoices at the moment");
        CurrentTenant.run(north(), () -> portal.switchTo(STAFF, true));
        assertThat(get("/invoices/1")).bodyText().doesNotContain("Your portal shows no invoices");
    }

    @Test
    void aDraftIsDiscardedAfterAQuestion() {
        form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0");

        assertThat(get("/invoices/1/removal")).hasStatusOk().bodyText().contains("Discard this draft?", "Ann Example");
        assertThat(post("/invoices/1/removal")).hasStatus(303).hasHeader("Location", "/o/north/invoices");
        assertThat(get("/invoices/1")).hasStatus(404);
    }

    @Test
    void theListIsSearchedSortedAndPagedInAFixedNumberOfStatements() {
        invoice();
        assertThat(get("/invoices?q=ann%20exa&show=unpaid&sort=due"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example");
        assertThat(get("/invoices?from=2026-11-21&until=2026-11-21")).bodyText().contains("Ann Example");
        assertThat(get("/invoices?from=2026-11-22&until=soon")).bodyText().contains("Nothing found");
        assertThat(get("/invoices?q=zebra")).hasStatusOk().bodyText().contains("Nothing found");
        assertThat(get("/invoices?show=nonsense&sort=;drop&page=-5"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example");
        assertThat(get("/invoices?q=%22%3E%3Cscript%3E"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("\"><script>");

        statements.reset();
        get("/invoices");
        int few = statements.count();
        for (int i = 0; i < 10; i++) {
            form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0");
        }
        statements.reset();
        get("/invoices");
        assertThat(statements.count()).isEqualTo(few).isEqualTo(2);
    }

    @Test
    void aNewInvoiceBegunFromTheListAsksWhose() {
        assertThat(get("/invoices/new")).hasStatusOk().bodyText().contains("Which patient");
        assertThat(get("/invoices/new?q=exa"))
                .bodyText()
                .contains("/o/north/patients/" + ann + "/invoices/new", "born 27 March 1980");
        assertThat(get("/patients/999/invoices/new")).hasStatus(404);
    }

    @Test
    void anotherOrganisationsInvoiceDoesNotExist() {
        invoice();

        for (String path : List.of(
                "/invoices/1", "/invoices/1/pdf", "/invoices/1/edit", "/invoices/1/voiding", "/invoices/1/removal")) {
            assertThat(at("south", path)).as(path).hasStatus(404);
        }
        assertThat(sends("/o/south/invoices/1/sending")).hasStatus(404);
        assertThat(at("south", "/invoices")).bodyText().contains("No invoices yet");
    }

    @Test
    void rolesThatOnlyReadCannotWrite() {
        invoice();
        role = StaffRole.PRACTITIONER;

        assertThat(get("/invoices/1")).hasStatusOk().bodyText().doesNotContain("Make void");
        assertThat(get("/invoices")).hasStatusOk().bodyText().doesNotContain("New invoice");
        assertThat(get("/patients/" + ann + "/invoices/new")).hasStatus(403);
        assertThat(form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0"))
                .hasStatus(403);
        assertThat(post("/invoices/1/sending")).hasStatus(403);
        assertThat(post("/invoices/1/voiding")).hasStatus(403);
        assertThat(get("/settings/payments")).hasStatus(403);
    }

    @Test
    void settingUpPaymentsLeadsToTheHostedPageAndBack() {
        provider.stage = Stage.NOT_STARTED;
        assertThat(get("/settings/payments")).hasStatusOk().bodyText().contains("Not set up", "Set up card payments");

        assertThat(post("/settings/payments/onboarding")).hasStatus(303).hasHeader("Location", "https://connect.test/");
        var returns = Objects.requireNonNull(provider.returns);
        assertThat(returns.done()).hasToString("https://app.anteroom.test/o/north/settings/payments/return");
        assertThat(returns.again()).hasToString("https://app.anteroom.test/o/north/settings/payments/again");

        provider.stage = Stage.INCOMPLETE;
        assertThat(get("/settings/payments")).bodyText().contains("Not finished", "Go on with the setup");
        provider.stage = Stage.IN_REVIEW;
        assertThat(get("/settings/payments")).bodyText().contains("Being checked");
        provider.stage = Stage.RESTRICTED;
        assertThat(get("/settings/payments")).bodyText().contains("Stopped by Stripe");
        provider.stage = Stage.READY;
        assertThat(get("/settings/payments/return")).hasStatus(303).hasHeader("Location", "/o/north/settings/payments");
        assertThat(get("/settings/payments/again")).hasStatus(303);
        assertThat(get("/settings/payments")).bodyText().contains("Ready");
    }

    @Test
    void staffAreToldWhatAnInvoiceCannotDoUntilPaymentsAreSetUp() {
        provider.stage = Stage.NOT_STARTED;
        invoice();

        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("cannot pay this in the portal until card payments are set up", "/o/north/settings/payments");
    }

    @Test
    void whoCannotSetPaymentsUpIsToldWhoCan() {
        provider.stage = Stage.NOT_STARTED;
        invoice();
        role = StaffRole.BILLING;

        assertThat(get("/invoices/1"))
                .bodyText()
                .contains("An owner of the organisation can do that")
                .doesNotContain("/o/north/settings/payments");
    }

    @Test
    void staffAreToldBeforeTheySendWhatNoCardCanPay() {
        form("/patients/" + ann + "/invoices/new", "save", "true", "0.20", "0");
        assertThat(get("/invoices/1")).bodyText().contains("No card can pay exactly this amount");

        post("/invoices/1/sending");
        assertThat(get("/invoices/1")).bodyText().contains("No card can pay exactly this amount");
    }

    /** Invoice 1, sent, over 50.00. */
    private void invoice() {
        form("/patients/" + ann + "/invoices/new", "save", "true", "50", "0");
        post("/invoices/1/sending");
    }

    private MvcTestResult form(String path, String button, String value, String price, String tax) {
        return exchange("north", path, button, value, price, tax);
    }

    private MvcTestResult exchange(String slug, String path, String button, String value, String price, String tax) {
        return sends(
                "/o/" + slug + path,
                "dueOn",
                "2026-12-05",
                "note",
                "",
                "lines[0].description",
                "Consultation",
                "lines[0].quantity",
                "1",
                "lines[0].price",
                price,
                "lines[0].tax",
                tax,
                button,
                value);
    }

    private MvcTestResult get(String path) {
        return at("north", path);
    }

    private MvcTestResult at(String slug, String path) {
        return opens("/o/" + slug + path);
    }

    private MvcTestResult post(String path) {
        return sends("/o/north" + path);
    }

    private long patient(Tenant tenant, String given, String email) {
        PatientDetails details = PatientDetails.of(given, "Example", LocalDate.of(1980, 3, 27))
                .reachedBy(new EmailAddress(email.toLowerCase(Locale.ROOT)), null);
        return in(
                        tenant,
                        () -> patients.save(new Patient(details, STAFF, clock.instant()))
                                .id())
                .value();
    }

    private long count(String table) {
        return in(
                north(),
                () -> jdbc.sql("select count(*) from __tenant__." + table)
                        .query(Long.class)
                        .single());
    }
}
