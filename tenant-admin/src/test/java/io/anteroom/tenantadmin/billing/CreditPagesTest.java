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
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Withdrawal;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CreditPagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    Patients patients;

    @Autowired
    Billing billing;

    @Autowired
    TestClock clock;

    CreditPagesTest() {
        super(StaffRole.BILLING);
    }

    String url = "";

    @BeforeEach
    void anInvoice() {
        InvoiceId id = in(north(), () -> {
            var details = PatientDetails.of("Ann", "Example", LocalDate.of(1980, 3, 27))
                    .reachedBy(new EmailAddress("ann@example.org"), null);
            var ann =
                    patients.save(new Patient(details, STAFF, clock.instant())).id();
            var lines = List.of(
                    new InvoiceLine("Consultation", BigDecimal.ONE, 10_000, 2_000),
                    new InvoiceLine("X-ray", BigDecimal.ONE, 5_000, 0));
            InvoiceId draft = billing.draft(ann, new InvoiceDraft(LocalDate.of(2026, 12, 5), "", lines), STAFF);
            billing.send(draft, STAFF);
            return draft;
        });
        url = "/o/north/invoices/" + id;
    }

    @Test
    void aCreditNoteIsWrittenByLineAndSeenOnTheInvoice() {
        assertThat(opens(url)).bodyText().contains(url + "/credit\"");
        assertThat(opens(url + "/credit"))
                .hasStatusOk()
                .bodyText()
                .contains("Credit Invoice 1", "£170.00", "X-ray", "£50.00");
        assertThat(asks("lines", "", "Not made", "1", "0")).hasStatus(303).hasHeader("Location", url);
        assertThat(opens(url))
                .bodyText()
                .contains("Credit note 1", "Not made", "-£50.00", "£120.00", "Unpaid")
                .doesNotContain("Make void");
        assertThat(opens(url + "/credits/1/pdf")).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(asks("lines", "", "Not made", "1", "0"))
                .as("the same form again")
                .hasStatus(422)
                .bodyText()
                .contains("credited or paid meanwhile", "name=\"credited\" value=\"5000\"");
        assertThat(asks("whole", "", "All of it", "", "5000")).hasStatus(303);
        assertThat(opens(url)).bodyText().contains("Credited").doesNotContain(url + "/credit\"");
        assertThat(opens(url + "/credit")).hasStatus(404);
        assertThat(opens("/o/north/invoices?show=credited")).bodyText().contains("Ann Example");
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        assertThat(asks("amount", "170.01", "Why", "", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at most £170.00", "value=\"170.01\"");
        assertThat(asks("amount", "0", "Why", "", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter more than 0");
        assertThat(asks("amount", "", "Why", "", "0")).hasStatus(422);
        assertThat(asks("whole", "", " ", "", "0")).hasStatus(422).bodyText().contains("Say why");
        assertThat(asks("lines", "", "Why", "", "0")).hasStatus(422).bodyText().contains("Choose at least one line");
        assertThat(opens(url)).bodyText().doesNotContain("Credit notes");
    }

    @Test
    void whereThePaymentPageCantBeClosedYetWhatWasTypedIsKept() {
        for (Withdrawal came : List.of(Withdrawal.TRY_AGAIN, Withdrawal.PAID_MEANWHILE)) {
            provider.withdrawal = came;
            assertThat(asks("amount", "10.00", "A reason that took a while", "", "0"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("A reason that took a while", "value=\"10.00\"", "Try again");
        }
        assertThat(opens(url)).bodyText().doesNotContain("Credit notes");
    }

    @Test
    void nothingIsChosenForYouAndWhatWasTypedHasToFitTheChoice() {
        assertThat(opens(url + "/credit")).bodyText().doesNotContain(" checked");
        for (String how : List.of("", "everything")) {
            assertThat(asks(how, "10.00", "Why", "", "0"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choose what to credit", "value=\"10.00\"");
        }
        assertThat(asks("whole", "10.00", "Why", "", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("You typed an amount", "value=\"10.00\"");
        assertThat(asks("lines", "10.00", "Why", "1", "0")).hasStatus(422);
        assertThat(asks("whole", "", "Why", "1", "0")).hasStatus(422).bodyText().contains("You ticked lines");
        assertThat(asks("amount", "10.00", "Why", "1", "0")).hasStatus(422);
        assertThat(opens(url)).bodyText().doesNotContain("Credit notes");
    }

    @Test
    void theStatementIsOnTheRecordAndAsPaper() {
        String record = "/o/north/patients/1/invoices";
        assertThat(opens(record)).hasStatusOk().bodyText().contains(record + "/statement");
        assertThat(opens(record + "/statement"))
                .hasStatusOk()
                .bodyText()
                .contains("Statement of account", "Ann Example", "Invoice 1", "£170.00", "value=\"2026-01-01\"");
        assertThat(opens(record + "/statement?from=2027-01-01&until=2027-02-01"))
                .bodyText()
                .contains("Opening balance", "£170.00")
                .doesNotContain("Invoice 1<");
        assertThat(opens(record + "/statement/pdf?from=nonsense"))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF);
        assertThat(opens("/o/south/patients/1/invoices/statement")).hasStatus(404);
        assertThat(opens("/o/south/patients/1/invoices/statement/pdf")).hasStatus(404);
    }

    @Test
    void filesForTheBooksAreForWhoKeepsThem() {
        assertThat(opens("/o/north/invoices")).bodyText().contains("/o/north/invoices/books");
        assertThat(opens("/o/north/invoices/books")).hasStatusOk().bodyText().contains("Credit notes", "data-download");
        assertThat(sends("/o/north/invoices/books", "what", "lines", "from", "2026-11-01", "until", "2026-11-30"))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .contains("Description", "X-ray", "50.00");
        assertThat(sends("/o/north/invoices/books", "what", "nothing")).hasStatus(404);
        role = StaffRole.RECEPTIONIST;
        assertThat(opens("/o/north/invoices")).bodyText().doesNotContain("/invoices/books");
        assertThat(opens("/o/north/invoices/books")).hasStatus(403);
        assertThat(sends("/o/north/invoices/books", "what", "lines")).hasStatus(403);
    }

    @Test
    void whoOnlyReadsAndWhoIsElsewhereWritesNone() {
        asks("whole", "", "Why", "", "0");
        role = StaffRole.PRACTITIONER;

        assertThat(opens(url)).bodyText().contains("Credit note 1");
        assertThat(opens(url + "/credits/1/pdf")).hasStatusOk();
        assertThat(opens(url + "/credit")).hasStatus(403);
        assertThat(asks("whole", "", "Why", "", "0")).hasStatus(403);
        role = StaffRole.OWNER;
        assertThat(opens(url.replace("north", "south") + "/credit")).hasStatus(404);
        assertThat(opens(url.replace("north", "south") + "/credits/1/pdf")).hasStatus(404);
        assertThat(opens(url + "/credits/2/pdf")).hasStatus(404);
    }

    private MvcTestResult asks(String how, String amount, String reason, String line, String credited) {
        return sends(
                url + "/credit",
                "how",
                how,
                "amount",
                amount,
                "reason",
                reason,
                line.isEmpty() ? "none" : "line",
                line,
                "credited",
                credited,
                "paid",
                "0");
    }
}
