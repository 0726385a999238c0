package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.card.CardChange;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of payment methods shows a person their own cards, whomever they act for, and nobody else's. */
class CardPagesTest extends SignedInFixture {

    private static final YearMonth GOOD = YearMonth.of(2034, 12);

    @BeforeEach
    void theClinicOffersSavedCards() {
        offering(EnumSet.allOf(Section.class));
    }

    @Test
    void theListSaysWhichCardsThereAreAndWhichExpire() {
        CardId first = save("4242", GOOD);
        YearMonth now = YearMonth.from(clock.instant().atZone(north().zone()));
        save("1111", now.plusMonths(1));
        save("2222", now.minusMonths(1));

        assertThat(get("/payment-methods"))
                .hasStatusOk()
                .bodyText()
                .contains("Visa ending 4242", "December 2034", "Offered first", "Expires soon", "Expired")
                .contains("/payment-methods/" + first, "Add a card");
        assertThat(get("/")).bodyText().contains("href=\"/payment-methods\"");
    }

    @Test
    void withoutCardsThePageSaysSo() {
        assertThat(get("/payment-methods")).hasStatusOk().bodyText().contains("No saved cards", "Add a card");
    }

    @Test
    void addingLeadsToTheProvidersPageAndBack() {
        var setup = new CardSetupId(UUID.randomUUID());
        savedCards.adding = new CardSetupStart.Redirect(setup, URI.create("https://checkout.stripe.test/s/1"));

        assertThat(post("/payment-methods")).hasStatus(303).hasHeader("Location", "https://checkout.stripe.test/s/1");
        assertThat(savedCards.asked)
                .containsExactly("add for " + account + " to https://north.anteroom.test/payment-methods/return");
        assertThat(audited()).contains("card-setup-started");
        assertThat(get("/payment-methods/return?setup=" + setup))
                .hasStatus(303)
                .hasHeader("Location", "/payment-methods/adding/" + setup);
        assertThat(get("/payment-methods/return?left=true&setup=" + setup))
                .hasHeader("Location", "/payment-methods/adding/" + setup + "?left=true");
        assertThat(get("/payment-methods/return?setup=https://evil.example")).hasStatus(404);
    }

    @Test
    void whatWasNotBegunIsTold() {
        savedCards.adding = new CardSetupStart.Refused(CardSetupStart.Reason.TOO_MANY);

        assertThat(post("/payment-methods")).hasStatus(303).hasHeader("Location", "/payment-methods");
        assertThat(audited()).doesNotContain("card-setup-started");
    }

    @Test
    void theWayBackSaysWhatCameOfIt() {
        CardId card = save("4242", GOOD);

        assertThat(adding(CardSetup.State.OPEN, null, null, "")).contains("We are checking", "every 3s");
        assertThat(adding(CardSetup.State.OPEN, null, null, "?left=true"))
                .contains("You have not added a card", "Try again")
                .doesNotContain("every 3s");
        assertThat(adding(CardSetup.State.OPEN, null, "card_declined", ""))
                .contains("was not saved", "Try again")
                .doesNotContain("every 3s");
        assertThat(adding(CardSetup.State.FAILED, null, null, "")).contains("was not saved");
        assertThat(adding(CardSetup.State.EXPIRED, null, null, "")).contains("You have not added a card");
        assertThat(adding(CardSetup.State.SUCCEEDED, card, null, "")).contains("is saved", "Visa ending 4242");
    }

    @Test
    void aCardIsNamedOfferedFirstAndRemoved() {
        CardId card = save("4242", GOOD);
        CardId other = save("1111", GOOD);
        String url = "/payment-methods/" + other;

        assertThat(get(url)).hasStatusOk().bodyText().contains("Visa ending 1111", "Offer this card first", "Remove");
        assertThat(send(url + "/name", "name", "Joint")).hasStatus(303);
        assertThat(send(url + "/default")).hasStatus(303);
        assertThat(get(url + "/removal")).hasStatusOk().bodyText().contains("Remove Visa ending 1111?");
        assertThat(send(url + "/removal")).hasStatus(303).hasHeader("Location", "/payment-methods");

        assertThat(savedCards.asked)
                .containsExactly("rename " + other + " Joint", "prefer " + other, "remove " + other);
        assertThat(get(url)).hasStatus(404);
        assertThat(get("/payment-methods/" + card)).hasStatusOk().bodyText().doesNotContain("Offer this card first");
        assertThat(audited()).contains("card-removed");
    }

    @Test
    void whereTheProviderIsSilentTheCardStaysAndNothingIsClaimed() {
        CardId card = save("4242", GOOD);
        savedCards.change = CardChange.TRY_AGAIN;

        assertThat(send("/payment-methods/" + card + "/removal")).hasStatus(303);
        assertThat(audited()).doesNotContain("card-removed");
        assertThat(get("/payment-methods")).bodyText().contains("Visa ending 4242");
    }

    @Test
    void permissionIsGivenInTheWordsThatWereShownAndWithdrawn() {
        CardId card = save("4242", GOOD);
        String url = "/payment-methods/" + card + "/permissions/" + ann.value();
        assertThat(get("/payment-methods/" + card)).bodyText().contains(url);
        String shown = hidden(get(url), "wording");
        assertThat(shown).contains("Visa ending 4242", "Ann Example");

        assertThat(send(url, "wording", "Whatever I like")).hasStatus(303).hasHeader("Location", url);
        assertThat(get("/payment-methods")).bodyText().doesNotContain("What the clinic may charge");
        assertThat(send(url, "wording", shown)).hasStatus(303).hasHeader("Location", "/payment-methods");
        assertThat(send(url, "wording", shown)).as("sent again").hasStatus(303);
        assertThat(get("/payment-methods"))
                .bodyText()
                .contains("What the clinic may charge", "Withdraw this permission")
                .doesNotContain("have ended");
        assertThat(get("/payment-methods/" + card)).bodyText().doesNotContain(url + "\"");
        assertThat(get("/payment-methods/" + card + "/removal")).bodyText().contains("The permission that you gave");

        assertThat(send("/payment-methods/permissions/" + ann.value() + "/withdrawal"))
                .hasStatus(303);
        assertThat(get("/payment-methods"))
                .bodyText()
                .contains("Permissions that have ended")
                .doesNotContain("What the clinic may charge");
        assertThat(audited()).containsSubsequence("card-consent-given", "card-consent-withdrawn");
        assertThat(audited().stream().filter("card-consent-given"::equals)).hasSize(1);
    }

    @Test
    void removingACardEndsItsPermissionsFirst() {
        CardId card = save("4242", GOOD);
        String url = "/payment-methods/" + card + "/permissions/" + ann.value();
        send(url, "wording", hidden(get(url), "wording"));
        savedCards.change = CardChange.TRY_AGAIN;

        send("/payment-methods/" + card + "/removal");

        assertThat(get("/payment-methods"))
                .bodyText()
                .contains("Visa ending 4242")
                .doesNotContain("What the clinic may charge");
    }

    @Test
    void anotherAccountOfTheSamePatientSeesNoneOfIt() {
        CardId card = save("4242", GOOD);
        String permission = "/payment-methods/" + card + "/permissions/" + ann.value();
        send(permission, "wording", hidden(get(permission), "wording"));
        var setup = new CardSetupId(UUID.randomUUID());
        savedCards.setupsOf = Long.toString(account);
        savedCards.setups.put(setup, new CardSetup(setup, CardSetup.State.SUCCEEDED, card, null));
        long other = account(north(), patient(north(), "Peter"));
        grant(other, ann, "full", "money");
        account = other;

        assertThat(get("/payment-methods"))
                .hasStatusOk()
                .bodyText()
                .contains("No saved cards")
                .doesNotContain("4242", "What the clinic may charge");
        for (String path : List.of("", "/removal", "/permissions/" + ann.value())) {
            assertThat(get("/payment-methods/" + card + path)).as(path).hasStatus(404);
        }
        for (String path : List.of("/name", "/default", "/removal", "/permissions/" + ann.value())) {
            assertThat(send("/payment-methods/" + card + path)).as(path).hasStatus(404);
        }
        assertThat(get("/payment-methods/adding/" + setup)).hasStatus(404);
        assertThat(savedCards.asked).isEmpty();
        send("/payment-methods/permissions/" + ann.value() + "/withdrawal");
        assertThat(audited()).doesNotContain("card-consent-withdrawn");
    }

    @Test
    void nobodyPermitsAnythingForAPatientWhoseInvoicesTheyDoNotSee() {
        CardId card = save("4242", GOOD);
        PatientId bob = patient(north(), "Bob");
        PatientId limited = patient(north(), "Lea");
        grant(account, limited, "limited", "money");

        for (PatientId patient : List.of(bob, limited)) {
            String url = "/payment-methods/" + card + "/permissions/" + patient.value();
            assertThat(get(url)).hasStatus(404);
            assertThat(send(url, "wording", "Anything")).hasStatus(404);
        }
        assertThat(audited()).doesNotContain("card-consent-given");
    }

    @Test
    void limitedAccessAddsNothingButCanStillRemove() {
        CardId card = save("4242", GOOD);
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set level = 'limited'")
                        .update());

        assertThat(get("/")).bodyText().doesNotContain("href=\"/payment-methods\"");
        assertThat(get("/access"))
                .as("the way there, which the menu has not")
                .bodyText()
                .contains("href=\"/payment-methods\"");
        assertThat(get("/payment-methods")).bodyText().contains("4242").doesNotContain("Add a card");
        assertThat(post("/payment-methods")).hasStatus(404);
        assertThat(send("/payment-methods/" + card + "/removal")).hasStatus(303);
        assertThat(savedCards.asked).containsExactly("remove " + card);
        assertThat(get("/access")).bodyText().doesNotContain("href=\"/payment-methods\"");
    }

    @Test
    void theSameAccountNumberAtTheOtherClinicHasItsOwn() {
        CardId card = save("4242", GOOD);
        PatientId yuki = patient(south(), "Yuki");
        assertThat(account(south(), yuki)).isEqualTo(account);
        CurrentTenant.run(south(), () -> {
            setup.publish(STAFF, design(EnumSet.allOf(Section.class)));
            setup.switchTo(STAFF, true);
        });

        assertThat(at("south", "/payment-methods")).hasStatusOk().bodyText().contains("No saved cards");
        assertThat(at("south", "/payment-methods/" + card)).hasStatus(404);
    }

    @Test
    void withTheSectionOffThereIsNothingOfIt() {
        CardId card = save("4242", GOOD);
        offering(EnumSet.of(Section.INVOICES));

        for (String path : List.of("", "/" + card, "/" + card + "/removal", "/return?setup=" + UUID.randomUUID())) {
            assertThat(get("/payment-methods" + path)).as(path).hasStatus(404);
        }
        assertThat(post("/payment-methods")).hasStatus(404);
        assertThat(get("/")).bodyText().doesNotContain("/payment-methods");
    }

    private CardId save(String last4, YearMonth until) {
        return CurrentTenant.call(north(), () -> savedCards.save(account, last4, until));
    }

    private String adding(CardSetup.State state, @Nullable CardId card, @Nullable String failure, String query) {
        var setup = new CardSetupId(UUID.randomUUID());
        savedCards.setupsOf = Long.toString(account);
        savedCards.setups.put(setup, new CardSetup(setup, state, card, failure));
        return body(get("/payment-methods/adding/" + setup + query));
    }

    private void offering(EnumSet<Section> sections) {
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design(sections)));
    }

    private static PortalDesign design(EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        return new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections);
    }

    private MvcTestResult send(String path, String... fields) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, account);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String hidden(MvcTestResult page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&#39;", "'").replace("&#34;", "\"").replace("&amp;", "&");
    }

    private static String body(MvcTestResult page) {
        try {
            assertThat(page).hasStatusOk();
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> audited() {
        return in(
                north(),
                () -> data.sql("select action from __tenant__.audit_entry order by id")
                        .query(String.class)
                        .list());
    }
}
