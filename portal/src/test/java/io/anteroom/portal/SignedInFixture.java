package io.anteroom.portal;

import static io.anteroom.testing.Tenants.north;

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
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
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

/** Two clinics whose portals are on, and Ann, a patient of the first, who is signed in. */
@SpringBootTest(
        classes = SignedInPages.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.web.scheme=https",
            "anteroom.web.base-host=anteroom.test"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public abstract class SignedInFixture {

    protected static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected Billing billing;

    @Autowired
    protected PortalSetup setup;

    @Autowired
    protected ScriptedPayments provider;

    @Autowired
    protected ScriptedCards savedCards;

    @Autowired
    protected ScriptedConsents consents;

    @Autowired
    protected JdbcClient data;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected TestClock clock;

    protected PatientId ann = new PatientId(0);
    protected long account;

    @Autowired
    private Patients patients;

    @BeforeEach
    void annIsSignedInAtAnOpenPortal() {
        provider.reset();
        savedCards.reset();
        consents.reset();
        CurrentTenant.run(north(), () -> setup.switchTo(STAFF, true));
        ann = patient(north(), "Ann");
        account = account(north(), ann);
    }

    protected MvcTestResult get(String path) {
        return at("north", path);
    }

    /** The page for Ann's account as it acts for that patient. */
    protected MvcTestResult actingFor(PatientId patient, String path) {
        return mvc.get()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .header(SignedInPages.ACTING_FOR, patient.value())
                .exchange();
    }

    /** Gives an account access to a patient, in a clinic of families. */
    protected void grant(long to, PatientId patient, String level, String scopes) {
        in(north(), () -> {
            data.sql("update __tenant__.authentication_settings set one_patient_per_account = false")
                    .update();
            return data.sql(
                            "insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope,"
                                    + " granted_at, granted_by, one_patient_per_account)"
                                    + " values (:account, :patient, 'parent', :level, cast(:scopes as text[]), now(), 'Robin', false)")
                    .param("account", to)
                    .param("patient", patient.value())
                    .param("level", level)
                    .param("scopes", "{" + scopes + "}")
                    .update();
        });
    }

    /** The page at a clinic, for the account of Ann's number. */
    protected MvcTestResult at(String slug, String path) {
        return mvc.get()
                .uri("https://" + slug + ".anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .exchange();
    }

    protected MvcTestResult post(String path) {
        return mvc.post()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .exchange();
    }

    protected <T> T in(Tenant tenant, Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(tenant, () -> transaction.execute(_ -> work.get())));
    }

    protected PatientId patient(Tenant tenant, String given) {
        PatientDetails details = PatientDetails.of(given, "Example", LocalDate.of(1980, 3, 27))
                .reachedBy(new EmailAddress(given.toLowerCase(Locale.ROOT) + "@example.org"), null);
        return in(
                tenant,
                () -> patients.save(new Patient(details, STAFF, clock.instant()))
                        .id());
    }

    /** An account with full access to the patient. */
    protected long account(Tenant tenant, PatientId patient) {
        return in(tenant, () -> {
            long id = data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                    .query(Long.class)
                    .single();
            data.sql("insert into __tenant__.access_grant"
                            + " (account_id, patient_id, relationship, level, scope, granted_at, granted_by,"
                            + " one_patient_per_account)"
                            + " select :account, :patient, 'self', 'full', array['money'], now(), 'Robin',"
                            + " one_patient_per_account from __tenant__.authentication_settings")
                    .param("account", id)
                    .param("patient", patient.value())
                    .update();
            return id;
        });
    }

    /** A sent invoice over one line without tax. */
    protected InvoiceId sent(Tenant tenant, PatientId patient, long minor, LocalDate due) {
        return in(tenant, () -> {
            var line = new InvoiceLine("Consultation", BigDecimal.ONE, minor, 0);
            InvoiceId id = billing.draft(patient, new InvoiceDraft(due, "See you soon", List.of(line)), STAFF);
            billing.send(id, STAFF);
            return id;
        });
    }

    /** The clinic publishes its portal with these words, and with invoices or without. */
    protected void publish(String phone, String privacy, boolean invoices) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign(
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
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design));
    }
}
