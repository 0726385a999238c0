package io.anteroom.portal.home;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class HomePagesTest extends SignedInFixture {

    @Test
    void theMostUrgentInvoiceComesFirstWithItsPayButton() {
        InvoiceId soon = sent(north(), ann, 12_000, LocalDate.of(2026, 12, 24));
        InvoiceId late = sent(north(), ann, 8_450, LocalDate.of(2026, 11, 30));
        clock.set(LocalDate.of(2026, 12, 4).atTime(12, 0).atZone(north().zone()).toInstant());

        String page = body("/");

        assertThat(page)
                .contains("Hello, Ann Example", "There are 2 things to do.", "Overdue", "Was due on 30 November 2026")
                .contains("action=\"/invoices/" + late + "/payment?choose=true\"", "Pay £84.50", "Pay £120.00");
        assertThat(page.indexOf("/invoices/" + late + "\"")).isLessThan(page.indexOf("/invoices/" + soon + "\""));
        assertThat(page.split("btn-primary", -1)).as("one main button").hasSize(2);
    }

    @Test
    void withNothingToDoThePageSaysSo() {
        assertThat(body("/")).contains("Nothing to do").doesNotContain("Pay £");
    }

    @Test
    void aClinicThatCannotChargeShowsTheAmountAndNoButton() {
        provider.chargesEnabled = false;
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));

        assertThat(body("/"))
                .contains("£84.50", "Card payments aren’t set up here yet")
                .doesNotContain("/payment");
    }

    @Test
    void detailsThatWaitForTheClinicAreThereForWhoAskedAlone() {
        var bob = patient(north(), "Bob");
        long bobs = account(north(), bob);
        in(
                north(),
                () -> data.sql(
                                "insert into __tenant__.profile_change (attempt, patient_id, account_id, asked_by, relationship,"
                                        + " asked_at, state) values (gen_random_uuid(), :patient, :account, 'Bob', 'self', now(), 'waiting')")
                        .param("patient", bob.value())
                        .param("account", bobs)
                        .update());
        assertThat(body("/")).doesNotContain("Waiting for the clinic");

        in(
                north(),
                () -> data.sql("update __tenant__.profile_change set patient_id = :patient, account_id = :account")
                        .param("patient", ann.value())
                        .param("account", account)
                        .update());
        assertThat(body("/")).contains("Waiting for the clinic", "href=\"/profile\"", "Nothing to do");
    }

    @Test
    void whoHasNoAccessAnyMoreIsToldWhomToAsk() {
        in(north(), () -> data.sql("delete from __tenant__.access_grant").update());

        assertThat(body("/"))
                .contains("There is no record here that you can see", "North Clinic", "href=\"/sessions\"")
                .doesNotContain("href=\"/access");
    }

    @Test
    void anotherPatientsInvoiceIsNotHere() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 8_450, LocalDate.of(2026, 12, 24));

        assertThat(body("/")).contains("Nothing to do").doesNotContain("/invoices/" + bobs + "\"");
    }

    @Test
    void aPortalThatIsOffShowsOnlyThatItIsAndThePhone() {
        publish("020 7946 0123", "First.\n\nSecond <b>.", true);
        CurrentTenant.run(north(), () -> setup.switchTo(STAFF, false));

        MvcTestResult home = get("/");
        assertThat(home).hasStatus(403).bodyText().contains("isn’t open at the moment", "tel:02079460123");
        assertThat(get("/privacy")).hasStatusOk();
        assertThat(at("south", "/")).hasStatus(403).bodyText().doesNotContain("7946");
    }

    @Test
    void theOtherClinicsPortalHasASwitchOfItsOwn() {
        long yukis = account(south(), patient(south(), "Yuki"));
        assertThat(yukis).isEqualTo(account);
        assertThat(at("south", "/")).hasStatus(403);

        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        assertThat(at("south", "/"))
                .hasStatusOk()
                .bodyText()
                .contains("Hello, Yuki")
                .doesNotContain("Ann");
    }

    @Test
    void aSectionThatIsOffIsNeitherInTheMenuNorOnTheHomePage() {
        sent(north(), ann, 8_450, LocalDate.of(2026, 12, 24));
        publish("", "", false);

        assertThat(body("/")).contains("Nothing to do").doesNotContain("href=\"/invoices\"", "£84.50");
    }

    @Test
    void thePrivacyTextIsAPageOfParagraphs() {
        assertThat(get("/privacy")).hasStatus(404);
        publish("", "First.\n\nSecond <b>.", true);

        assertThat(body("/privacy"))
                .contains(">First.</p>", ">Second &lt;b&gt;.</p>")
                .doesNotContain("<b>");
    }

    private String body(String path) {
        MvcTestResult result = get(path);
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
