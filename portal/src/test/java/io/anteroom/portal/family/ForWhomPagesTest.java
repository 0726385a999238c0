package io.anteroom.portal.family;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann, who has a record of her own, and two children. */
class ForWhomPagesTest extends SignedInFixture {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    private PatientId cleo = new PatientId(0);
    private PatientId dora = new PatientId(0);

    @BeforeEach
    void annHasTwoChildren() {
        cleo = patient(north(), "Cleo");
        dora = patient(north(), "Dora");
        grant(account, cleo, "full", "bookings,money,clinical");
        grant(account, dora, "full", "bookings");
    }

    @Test
    void everyPageOfOnePatientAsksForWhomFirstAndThenLeadsOn() {
        assertThat(get("/")).hasStatus(303).hasHeader("Location", "/for");
        assertThat(get("/invoices")).hasStatus(303).hasHeader("Location", "/for?to=%2Finvoices");
        assertThat(get("/access")).hasStatus(303).hasHeader("Location", "/for?to=%2Faccess");

        assertThat(get("/for?to=/invoices"))
                .hasStatusOk()
                .bodyText()
                .contains("Ann Example", "Cleo Example", "Dora Example", "You are a parent", "value=\"/invoices\"")
                .contains("For </span><bdi>whom?");
    }

    @Test
    void aFragmentLeadsTheWholePageThere() {
        assertThat(mvc.get()
                        .uri("https://north.anteroom.test/invoices")
                        .header(SignedInPages.ACCOUNT, account)
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .hasHeader("HX-Redirect", "/for");
    }

    @Test
    void whereItLeadsOnToIsAlwaysThisHost() {
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/sign-out"}) {
            assertThat(mvc.get()
                            .uri("https://north.anteroom.test/for?to={to}", elsewhere)
                            .header(SignedInPages.ACCOUNT, account))
                    .hasStatusOk()
                    .bodyText()
                    .contains("name=\"to\" value=\"/\"")
                    .doesNotContain("evil");
        }
    }

    @Test
    void whoSeesOnePatientIsNeverAsked() {
        in(
                north(),
                () -> data.sql("delete from __tenant__.access_grant where relationship = 'parent'")
                        .update());

        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Hello, Ann Example")
                .doesNotContain("For </span>");
        assertThat(get("/for?to=/invoices")).hasStatus(303).hasHeader("Location", "/invoices");
    }

    @Test
    void thePageSaysAtAllTimesForWhomAndListsThatPatientsThings() {
        InvoiceId anns = sent(north(), ann, 1_000, DUE);
        InvoiceId cleos = sent(north(), cleo, 2_000, DUE);

        assertThat(actingFor(cleo, "/"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "For </span><bdi>Cleo Example",
                        "href=\"/for\"",
                        "Hello, Ann Example",
                        "/invoices/" + cleos + "\"",
                        "href=\"/access/log\"")
                .doesNotContain("/invoices/" + anns + "\"");
        assertThat(actingFor(ann, "/invoices"))
                .bodyText()
                .contains("For </span><bdi>Ann Example", "/invoices/" + anns + "\"")
                .doesNotContain("/invoices/" + cleos + "\"");
    }

    @Test
    void aThingOpenedByItsNumberSaysForWhomItIsWhoeverIsActedFor() {
        InvoiceId cleos = sent(north(), cleo, 2_000, DUE);

        assertThat(get("/invoices/" + cleos)).as("before a choice").hasStatusOk();
        assertThat(actingFor(ann, "/invoices/" + cleos))
                .hasStatusOk()
                .bodyText()
                .contains("For <strong>Cleo Example</strong>", "For </span><bdi>Ann Example");
        assertThat(actingFor(ann, "/invoices/" + cleos + "/pdf")).hasStatusOk();
    }

    @Test
    void withoutTheMoneyOfAPatientInvoicesAreNeitherInTheMenuNorOpen() {
        InvoiceId doras = sent(north(), dora, 2_000, DUE);

        assertThat(actingFor(dora, "/"))
                .bodyText()
                .contains("Nothing to do")
                .doesNotContain("href=\"/invoices\"", "/invoices/" + doras);
        assertThat(actingFor(dora, "/invoices"))
                .hasStatusOk()
                .bodyText()
                .contains("doesn’t include invoices")
                .doesNotContain("/invoices/" + doras);
        for (String path : new String[] {"", "/pdf"}) {
            assertThat(actingFor(dora, "/invoices/" + doras + path)).hasStatus(404);
        }
        assertThat(post("/invoices/" + doras + "/payment")).hasStatus(404);
        assertThat(provider.started).isEmpty();
    }

    @Test
    void limitedAccessShowsNothingTheClinicMadeAndSaysSo() {
        PatientId emil = patient(north(), "Emil");
        grant(account, emil, "limited", "bookings,money,clinical");
        InvoiceId emils = sent(north(), emil, 2_000, DUE);

        assertThat(actingFor(emil, "/"))
                .bodyText()
                .contains("limited to what you enter yourself", "href=\"/access\"")
                .doesNotContain("/invoices/" + emils, "href=\"/access/log\"");
        assertThat(actingFor(emil, "/invoices"))
                .hasStatusOk()
                .bodyText()
                .contains("Invoices come from the clinic")
                .doesNotContain("/invoices/" + emils);
        assertThat(actingFor(emil, "/invoices/" + emils)).hasStatus(404);
    }

    @Test
    void whoActsForAPatientThatIsNoneOfTheirsIsAskedAnew() {
        PatientId bob = patient(north(), "Bob");
        sent(north(), bob, 2_000, DUE);

        assertThat(actingFor(bob, "/")).hasStatus(303).hasHeader("Location", "/for");
        assertThat(actingFor(bob, "/for")).bodyText().doesNotContain("Bob");
    }
}
