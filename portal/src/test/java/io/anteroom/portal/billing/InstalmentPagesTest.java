package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.plan.Offering;
import io.anteroom.clinic.billing.plan.PlanDesk;
import io.anteroom.clinic.billing.plan.PlanRhythm;
import io.anteroom.clinic.billing.plan.PlanTerms;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Instalments are accepted in words that are kept, seen by whoever sees the invoice, and stopped by whoever accepted them. */
class InstalmentPagesTest extends SignedInFixture {

    @Autowired
    PlanDesk plans;

    @Autowired
    InvoiceDesk invoices;

    private InvoiceId invoice = new InvoiceId(0);
    private CardId card = new CardId(new UUID(0, 0));
    private long plan;
    private String url = "";

    @BeforeEach
    void annIsOfferedInstalments() {
        offering(north(), EnumSet.allOf(Section.class));
        invoice = sent(north(), ann, 9_000, LocalDate.of(2026, 12, 5));
        plan = offer(north(), invoice);
        card = CurrentTenant.call(north(), () -> savedCards.save(account, "4242", YearMonth.of(2034, 12)));
        url = "/invoices/" + invoice + "/instalments";
    }

    @Test
    void anOfferIsAcceptedInWordsThatNameEachAmountDayAndCard() {
        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("Nothing is charged unless you accept", "Pay in instalments", "£30.00")
                .doesNotContain("Stop the instalments");
        MvcTestResult asked = get(url);
        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains("This is what you agree to:", "Visa ending 4242", "£30.00 on");

        assertThat(accept(plan, card.toString(), hidden(asked, "wording")))
                .hasStatus(303)
                .hasHeader("Location", "/invoices/" + invoice);

        assertThat(audited()).containsOnlyOnce("plan-accepted");
        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("Your saved card is charged on these days", "Still to come", "Stop the instalments");
        assertThat(get("/invoices")).bodyText().contains("In instalments", "instalments until");
        assertThat(get("/")).bodyText().contains("Nothing to do").doesNotContain("Pay £90.00");
        var _ = in(
                north(),
                () -> data.sql(
                                "update __tenant__.invoice set issued_on = date '2026-11-01', due_on = date '2026-11-19', instalments_until = date '2026-11-20'")
                        .update());
        assertThat(get("/invoices")).bodyText().contains("Overdue").doesNotContain("In instalments");
        assertThat(get("/")).bodyText().as("its last instalment is tried again").contains("Overdue", "Pay £90.00");
        assertThat(get("/payment-methods/" + card + "/removal"))
                .bodyText()
                .contains("instalments that are charged to it");
        assertThat(send(url + "/" + plan + "/stop")).hasStatus(303);
        assertThat(get("/payment-methods/" + card + "/removal")).bodyText().doesNotContain("instalments");
        assertThat(get("/invoices/" + invoice)).bodyText().doesNotContain("Stop the instalments");
        assertThat(get("/invoices")).bodyText().doesNotContain("In instalments");
        assertThat(get("/")).bodyText().contains("Pay £90.00");
        assertThat(audited()).containsOnlyOnce("plan-stopped");
    }

    @Test
    void otherWordsAreShownAgain() {
        assertThat(accept(plan, card.toString(), "I agree to anything")).hasHeader("Location", url);
        assertThat(accept(plan, "nonsense", "")).hasStatus(404);
        assertThat(audited()).doesNotContain("plan-accepted");
    }

    @Test
    void whoKeepsSeveralCardsChoosesWhichIsCharged() {
        CardId other = CurrentTenant.call(north(), () -> savedCards.save(account, "1111", YearMonth.of(2034, 12)));

        assertThat(get(url)).bodyText().contains("?card=");
        assertThat(get(url + "?card=" + other)).bodyText().contains("name=\"card\" value=\"" + other + "\"");
    }

    @Test
    void whoKeepsNoCardIsLedToAddOne() {
        account = anotherWhoSees("money");

        assertThat(get(url)).hasStatusOk().bodyText().contains("Add a card").doesNotContain("I agree");
    }

    @Test
    void anotherWhoSeesTheInvoiceSeesNoCardOfItAndStopsNothing() {
        assertThat(accept(plan, card.toString(), hidden(get(url), "wording"))).hasStatus(303);
        account = anotherWhoSees("money");

        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("Somebody who pays for this invoice")
                .doesNotContain("4242", "Stop the instalments");
        assertThat(send(url + "/" + plan + "/stop")).hasStatus(303);
        assertThat(audited()).doesNotContain("plan-stopped");
    }

    @Test
    void whoPaysOnlyAcceptsAndStopsAsWell() {
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set relationship = 'carer'")
                        .update());

        assertThat(accept(plan, card.toString(), hidden(get(url), "wording"))).hasStatus(303);
        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("You pay for somebody else", "Stop the instalments")
                .doesNotContain("Consultation");
    }

    @Test
    void withoutAccessToMoneyThereAreNoInstalments() {
        account = anotherWhoSees("bookings");

        assertThat(get(url)).hasStatus(404);
        assertThat(accept(plan, card.toString(), "")).hasStatus(404);
        assertThat(send(url + "/" + plan + "/stop")).hasStatus(404);
    }

    @Test
    void anotherPatientsAndAnotherClinicsInstalmentsDoNotExist() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 9_000, LocalDate.of(2026, 12, 5));
        long theirs = offer(north(), bobs);
        String words = hidden(get(url), "wording");

        assertThat(get("/invoices/" + bobs + "/instalments")).hasStatus(404);
        assertThat(accept(theirs, card.toString(), words))
                .as("by an invoice of hers")
                .hasHeader("Location", url);
        assertThat(audited()).doesNotContain("plan-accepted");

        CurrentTenant.run(south(), () -> setup.switchTo(STAFF, true));
        offering(south(), EnumSet.allOf(Section.class));
        PatientId yuki = patient(south(), "Yuki");
        assertThat(account(south(), yuki)).isEqualTo(account);
        assertThat(sent(south(), yuki, 12_000, LocalDate.of(2026, 12, 5))).isEqualTo(invoice);
        assertThat(at("south", "/invoices/" + invoice)).hasStatusOk().bodyText().doesNotContain("instalments");
        assertThat(at("south", url)).hasStatus(303).hasHeader("Location", "/invoices/" + invoice);
    }

    @Test
    void withTheSectionOffNothingIsOffered() {
        offering(north(), EnumSet.of(Section.INVOICES));

        assertThat(get("/invoices/" + invoice)).bodyText().doesNotContain("Pay in instalments");
        assertThat(get(url)).hasStatus(303).hasHeader("Location", "/invoices/" + invoice);
    }

    private List<String> audited() {
        return in(
                north(),
                () -> data.sql("select action from __tenant__.audit_entry order by id")
                        .query(String.class)
                        .list());
    }

    private long anotherWhoSees(String scope) {
        PatientId peter = patient(north(), "Peter");
        long other = account(north(), peter);
        grant(other, ann, "full", scope);
        return other;
    }

    private long offer(Tenant clinic, InvoiceId of) {
        return CurrentTenant.call(clinic, () -> {
            var terms = new PlanTerms(3, plans.today().plusDays(2), PlanRhythm.WEEKLY);
            var offered = plans.offer(invoices.find(of).orElseThrow(), UUID.randomUUID(), terms, 9_000, STAFF);
            return ((Offering.Offered) offered).plan().value();
        });
    }

    private MvcTestResult accept(long which, String with, String wording) {
        return send(url + "/" + which + "/acceptance", "card", with, "wording", wording);
    }

    private MvcTestResult send(String path, String... fields) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, account);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private void offering(Tenant clinic, EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                clinic,
                () -> setup.publish(
                        STAFF,
                        new PortalDesign(
                                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections)));
    }

    private static String hidden(MvcTestResult page, String name) {
        try {
            var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                    .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1).replace("&#39;", "'").replace("&amp;", "&");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
