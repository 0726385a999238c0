package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BatchPagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final String TOKEN = "0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11";

    @Autowired
    Patients patients;

    @Autowired
    Billing billing;

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.batch.BatchWork")
    WorkHandler work;

    @Autowired
    TestClock clock;

    BatchPagesTest() {
        super(StaffRole.BILLING);
    }

    @Autowired
    StaffRegister staff;

    @BeforeEach
    void threeDrafts() {
        CurrentTenant.run(
                north(),
                () -> staff.noteSignIn(
                        new StaffMember(STAFF.id(), "Robin Desk", "robin@example.org", Set.of(StaffRole.BILLING))));
        in(north(), () -> {
            var details = PatientDetails.of("Ann", "Example", LocalDate.of(1980, 3, 27))
                    .reachedBy(new EmailAddress("ann@example.org"), null);
            var ann =
                    patients.save(new Patient(details, STAFF, clock.instant())).id();
            for (long minor : List.of(5_000L, 6_000L, 0L)) {
                var line = new InvoiceLine("Consultation", BigDecimal.ONE, minor, 0);
                billing.draft(ann, new InvoiceDraft(LocalDate.of(2026, 12, 5), "", List.of(line)), STAFF);
            }
            return ann;
        });
    }

    @Test
    void chosenDraftsAreLookedAtSentAndReportedOn() {
        assertThat(opens("/o/north/invoices?show=draft"))
                .hasStatusOk()
                .bodyText()
                .contains("Send the chosen", "Send all 3 drafts", "name=\"invoice\"");
        assertThat(opens("/o/north/invoices?show=all")).bodyText().doesNotContain("name=\"invoice\"");
        assertThat(opens("/o/north/invoices/batches/new?invoice=1&invoice=3&invoice=x&invoice=99"))
                .hasStatusOk()
                .bodyText()
                .contains("Send 2 drafts?", "£50.00", "name=\"token\"", "name=\"drafts\" value=\"1-");
        assertThat(opens("/o/north/invoices/batches/new?all=true&q=exa"))
                .bodyText()
                .contains("Send 3 drafts?", "£110.00");
        assertThat(opens("/o/north/invoices/batches/new")).bodyText().contains("No draft chosen");

        assertThat(opens("/o/north/invoices/batches")).hasStatusOk().bodyText().contains("Nothing sent together yet");
        MvcTestResult begun = begins("1", "3");
        assertThat(begun).hasStatus(303).hasHeader("Location", "/o/north/invoices/batches/1");
        assertThat(begins("1", "3")).as("a second click").hasHeader("Location", "/o/north/invoices/batches/1");
        assertThat(opens("/o/north/invoices/batches/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Seen to 0 of 2 drafts", "hx-get");
        assertThat(opens("/o/north/invoices/batches?page=-1")).bodyText().contains("0 of 2 seen to", "Being sent");
        CurrentTenant.run(north(), this::works);
        assertThat(opens("/o/north/invoices/batches"))
                .bodyText()
                .contains("1 of 2 sent, 1 skipped", "Some skipped", "href=\"/o/north/invoices/batches/1\"");
        assertThat(opens("/o/south/invoices/batches")).bodyText().doesNotContain("batches/1");
        assertThat(opens("/o/north/invoices/batches/1"))
                .bodyText()
                .contains("1 of 2 sent, 1 skipped", "It asks for no money", "Invoice 1")
                .doesNotContain("hx-trigger=\"load delay");
    }

    @Test
    void aDraftChangedAfterItWasLookedAtStaysOne() {
        begins("1", "2");
        int seen = Integer.parseInt(hidden(opens("/o/north/invoices/1/edit"), "version"));
        in(
                north(),
                () -> billing.revise(
                        new InvoiceId(1),
                        seen,
                        new InvoiceDraft(
                                LocalDate.of(2026, 12, 5),
                                "",
                                List.of(new InvoiceLine("Consultation", BigDecimal.ONE, 50_000, 0))),
                        STAFF));
        CurrentTenant.run(north(), this::works);

        assertThat(opens("/o/north/invoices/batches/1"))
                .bodyText()
                .contains("1 of 2 sent, 1 skipped", "It was changed after you looked at it");
        assertThat(opens("/o/north/invoices?show=draft")).bodyText().contains("£500.00");
    }

    @Test
    void nothingChosenIsRefusedAndSoIsWhoMayNot() {
        assertThat(sends("/o/north/invoices/batches", "token", TOKEN)).hasStatus(303);
        assertThat(opens("/o/north/invoices/batches/1")).hasStatus(404);
        assertThat(sends("/o/north/invoices/batches", "token", "nonsense", "drafts", "1-0"))
                .hasStatus(404);
        begins("1", "2");
        assertThat(opens("/o/south/invoices/batches/1")).hasStatus(404);
        role = StaffRole.PRACTITIONER;
        assertThat(opens("/o/north/invoices?show=draft")).bodyText().doesNotContain("Send the chosen");
        assertThat(opens("/o/north/invoices/batches/new?all=true")).hasStatus(403);
        assertThat(sends("/o/north/invoices/batches", "token", TOKEN, "drafts", "1-0"))
                .hasStatus(403);
    }

    private void works() {
        try {
            work.handle("1");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult begins(String one, String other) {
        String check = "/o/north/invoices/batches/new?invoice=" + one + "&invoice=" + other;
        return sends("/o/north/invoices/batches", "token", TOKEN, "drafts", hidden(opens(check), "drafts"));
    }
}
