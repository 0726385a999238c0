package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff see each instalment before they offer them, see on the invoice how they stand, and stop them. */
class InstalmentOfferPagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final String URL = "/o/north/invoices/1";

    @Autowired
    Billing billing;

    @Autowired
    PortalSetup setup;

    @Autowired
    TestClock clock;

    private LocalDate first = LocalDate.EPOCH;

    InstalmentOfferPagesTest() {
        super(StaffRole.BILLING);
    }

    @BeforeEach
    void annaHasAnInvoice() {
        furnish(north());
        first = LocalDate.ofInstant(clock.instant(), north().zone()).plusDays(3);
    }

    @Test
    void eachIsShownBeforeTheyAreOfferedAndTheyAreStoppedByOneTap() {
        assertThat(opens(URL)).bodyText().contains(URL + "/instalments\"", "Offer instalments");
        assertThat(opens(URL + "/instalments")).hasStatusOk().bodyText().contains("£90.00 is due");
        MvcTestResult check = opens(check("4"));
        assertThat(check).hasStatusOk().bodyText().contains("Offer these 4 instalments?", "£22.50");
        String token = hidden(check, "token");

        assertThat(offer(token, "4")).hasStatus(303).hasHeader("Location", URL);
        assertThat(offer(token, "4")).as("sent twice").hasStatus(303).hasHeader("Location", URL);

        assertThat(texts("select state || count(*) from __tenant__.payment_plan group by state"))
                .containsExactly("offered1");
        assertThat(opens(URL))
                .bodyText()
                .contains("Nobody has accepted it yet", "Take the offer back", "£22.50")
                .doesNotContain("Offer instalments");
        assertThat(sends(URL + "/instalments/1/stop")).hasStatus(303);
        assertThat(opens(URL)).bodyText().contains("The offer was taken back", "Offer instalments");
        assertThat(texts("select action from __tenant__.audit_entry where action like 'plan%' order by id"))
                .containsExactly("plan-offered", "plan-stopped");
    }

    @Test
    void whatCannotBeIsToldBesideItAndKept() {
        assertThat(opens(check("25")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a number from 2 to 24", "value=\"25\"");
        assertThat(opens(URL + "/instalments?count=3&first=2020-01-01&rhythm=weekly"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day from tomorrow on");
        assertThat(opens(URL + "/instalments?count=x&first=y&rhythm=z"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how often");
        assertThat(texts("select 1::text from __tenant__.payment_plan")).isEmpty();
    }

    @Test
    void whoMayNotWriteInvoicesSeesThemAndChangesNothing() {
        offer(hidden(opens(check("3")), "token"), "3");
        role = StaffRole.PRACTITIONER;

        assertThat(opens(URL + "/instalments")).hasStatus(403);
        assertThat(sends(URL + "/instalments/1/stop")).hasStatus(403);
    }

    @Test
    void withSavedCardsOffNothingIsOffered() {
        offering(north(), EnumSet.of(Section.INVOICES));

        assertThat(opens(URL)).bodyText().doesNotContain("Offer instalments");
        assertThat(opens(check("3"))).hasStatus(303).hasHeader("Location", URL);
    }

    @Test
    void oneClinicsInstalmentsAreNoneOfTheOthers() {
        furnish(south());
        offer(hidden(opens(check("3")), "token"), "3");

        assertThat(opens("/o/south/invoices/1")).bodyText().doesNotContain("Take the offer back");
        assertThat(sends("/o/south/invoices/1/instalments/1/stop")).hasStatus(303);
        assertThat(texts("select state from __tenant__.payment_plan")).containsExactly("offered");
    }

    private String check(String count) {
        return URL + "/instalments?count=" + count + "&first=" + first + "&rhythm=monthly";
    }

    private MvcTestResult offer(String token, String count) {
        return sends(
                URL + "/instalments",
                "token",
                token,
                "due",
                "9000",
                "count",
                count,
                "first",
                first.toString(),
                "rhythm",
                "monthly");
    }

    private void furnish(Tenant clinic) {
        addAnnaWithAnAccount(clinic);
        offering(clinic, EnumSet.allOf(Section.class));
        run(clinic, "update __tenant__.patient set email = 'lee@example.org'");
        in(clinic, () -> {
            var line = new InvoiceLine("Consultation", BigDecimal.ONE, 9_000, 0);
            var draft = billing.draft(
                    new PatientId(1), new InvoiceDraft(LocalDate.of(2026, 12, 5), "", List.of(line)), STAFF);
            return billing.send(draft, STAFF);
        });
    }

    private void offering(Tenant clinic, EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain(clinic.name());
        var design = new PortalDesign(clinic.name(), plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(clinic, () -> {
            setup.publish(STAFF, design);
            setup.switchTo(STAFF, true);
        });
    }
}
