package io.anteroom.portal.home;

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
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = HomePages.class,
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
class HomePagesTest {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Billing billing;

    @Autowired
    private Patients patients;

    @Autowired
    private PortalSetup setup;

    @Autowired
    private PublishedPortals portals;

    @Autowired
    private HomePages.Charging charging;

    @Autowired
    private JdbcClient data;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private PatientId ann = new PatientId(0);
    private long account;

    @BeforeEach
    void annIsSignedInAtAnOpenPortal() {
        portals.missed();
        charging.enabled = true;
        CurrentTenant.run(north(), () -> setup.switchTo(STAFF, true));
        ann = patient(north(), "Ann");
        account = account(north(), ann);
    }

    @Test
    void theMostUrgentInvoiceComesFirstWithItsPayButton() {
        InvoiceId soon = sent(north(), ann, 12_000, LocalDate.of(2026, 12, 24));
        InvoiceId late = sent(north(), ann, 8_450, LocalDate.of(2026, 11, 30));
        clock.set(LocalDate.of(2026, 12, 4).atTime(12, 0).atZone(north().zone()).toInstant());

        String page = body("/");

        assertThat(page)
                .contains("Hello, Ann Example", "There are 2 things to do.", "Overdue", "Was due on 30 November 2026")
                .contains("action=\"/invoices/" + late + "/payment\"", "Pay £84.50", "Pay £120.00");
        assertThat(page.indexOf("/invoices/" + late + "\"")).isLessThan(page.indexOf("/invoices/" + soon + "\""));
        assertThat(page.split("btn-primary", -1)).as("one main button").hasSize(2);
    }

    @Test
    void withNothingToDoThePageSaysSo() {
        assertThat(body("/")).contains("Nothing to do").doesNotContain("Pay £");
    }

    @Test
    void aClinicThatCannotChargeShowsTheAmountAndNoButton() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        charging.enabled = false;

        assertThat(body("/"))
                .contains("£84.50", "Card payments aren’t set up here yet")
                .doesNotContain("/payment\"");
    }

    @Test
    void whoHasNoAccessAnyMoreIsToldWhomToAsk() {
        in(north(), () -> data.sql("delete from __tenant__.access_grant").update());

        assertThat(body("/")).contains("There is no record here that you can see", "North Clinic");
    }

    @Test
    void anotherPatientsInvoiceIsNotHere() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 8_450, LocalDate.of(2026, 12, 24));

        assertThat(body("/")).contains("Nothing to do").doesNotContain("/invoices/" + bobs + "\"");
    }

    @Test
    void aPortalThatIsOffShowsOnlyThatItIsAndThePhone() {
        CurrentTenant.run(north(), () -> {
            setup.publish(STAFF, design("020 7946 0123", "First.\n\nSecond <b>.", true));
            setup.switchTo(STAFF, false);
        });

        MvcTestResult home = get("north", "/");
        assertThat(home).hasStatus(503).bodyText().contains("isn’t open at the moment", "tel:02079460123");
        assertThat(get("north", "/privacy")).hasStatusOk();
        assertThat(get("south", "/")).hasStatus(503).bodyText().doesNotContain("7946");
    }

    @Test
    void theOtherClinicsPortalHasASwitchOfItsOwn() {
        long yukis = account(south(), patient(south(), "Yuki"));
        assertThat(yukis).isEqualTo(account);
        assertThat(get("south", "/")).hasStatus(503);

        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        assertThat(get("south", "/"))
                .hasStatusOk()
                .bodyText()
                .contains("Hello, Yuki")
                .doesNotContain("Ann");
    }

    @Test
    void aSectionThatIsOffIsNeitherInTheMenuNorOnTheHomePage() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design("", "", false)));

        assertThat(body("/")).contains("Nothing to do").doesNotContain("href=\"/invoices\"", "£84.50");
    }

    @Test
    void thePrivacyTextIsAPageOfParagraphs() {
        assertThat(get("north", "/privacy")).hasStatus(404);
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design("", "First.\n\nSecond <b>.", true)));

        assertThat(body("/privacy"))
                .contains(">First.</p>", ">Second &lt;b&gt;.</p>")
                .doesNotContain("<b>");
    }

    private static PortalDesign design(String phone, String privacy, boolean invoices) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        return new PortalDesign(
                "North Clinic",
                plain.main(),
                plain.accent(),
                "",
                phone,
                "",
                "",
                privacy,
                null,
                invoices ? plain.sections() : Set.of());
    }

    private String body(String path) {
        MvcTestResult result = get("north", path);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String slug, String path) {
        return mvc.get()
                .uri("https://" + slug + ".anteroom.test" + path)
                .header(HomePages.ACCOUNT, account)
                .exchange();
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(tenant, () -> transaction.execute(_ -> work.get())));
    }

    private PatientId patient(Tenant tenant, String given) {
        PatientDetails details = PatientDetails.of(given, "Example", LocalDate.of(1980, 3, 27))
                .reachedBy(new EmailAddress("someone@example.org"), null);
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
                            + " values (?, ?, 'self', 'full', array['money'], now(), 'Robin')")
                    .params(id, patient.value())
                    .update();
            return id;
        });
    }

    private InvoiceId sent(Tenant tenant, PatientId patient, long minor, LocalDate due) {
        return in(tenant, () -> {
            InvoiceLine line = new InvoiceLine("Consultation", BigDecimal.ONE, minor, 0);
            InvoiceId id = billing.draft(patient, new InvoiceDraft(due, "", List.of(line)), STAFF);
            billing.send(id, STAFF);
            return id;
        });
    }
}
