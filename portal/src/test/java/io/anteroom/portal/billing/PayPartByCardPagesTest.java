package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where the clinic takes parts, whoever keeps a card chooses how much it pays, or another one. */
class PayPartByCardPagesTest extends SignedInFixture {

    @Autowired
    PartPayments parts;

    private final String attempt = UUID.randomUUID().toString();
    private InvoiceId invoice = new InvoiceId(0);
    private CardId card = new CardId(new UUID(0, 0));
    private CardId second = card;
    private String url = "";

    @BeforeEach
    void anInvoiceSavedCardsAndParts() {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var all = EnumSet.allOf(Section.class);
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        STAFF,
                        new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, all)));
        invoice = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        card = CurrentTenant.call(north(), () -> savedCards.save(account, "4242", YearMonth.of(2034, 12)));
        second = CurrentTenant.call(north(), () -> savedCards.save(account, "1111", YearMonth.of(2034, 12)));
        url = "/invoices/" + invoice + "/pay";
        allow(true);
    }

    @Test
    void theInvoiceLeadsToTheChoiceOfHowMuchAndWhichCard() {
        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("href=\"" + url + "\"", "Pay all or a part", "You choose how much you pay")
                .doesNotContain("How much you pay now");
        assertThat(get(url))
                .hasStatusOk()
                .bodyText()
                .contains("How much you pay now", "value=\"84.50\"", "a part of £10.00 or more", "Pay this amount")
                .contains("Visa ending 4242", "Pay with another card")
                .doesNotContain("Pay £84.50 now");
        allow(false);
        assertThat(get(url)).bodyText().contains("Pay £84.50 now").doesNotContain("How much you pay now");
    }

    @Test
    void theCardIsChargedWhatWasChosen() {
        savedCards.answer = new CardPaymentStart.Unknown(new PaymentId(UUID.fromString(attempt)));

        assertThat(pay("12.50")).hasStatus(303).hasHeader("Location", "/payments/" + attempt);
        assertThat(savedCards.asked).containsExactly(asked(1_250));
    }

    @Test
    void sentAgainItTellsOfTheFirstWhateverIsTypedAndDueByThen() {
        var id = new PaymentId(UUID.fromString(attempt));
        provider.known.put(id, begun(id, 1_250));
        savedCards.answer = new CardPaymentStart.Told(begun(id, 1_250));

        assertThat(pay("12.50")).hasStatus(303).hasHeader("Location", "/payments/" + attempt);
        assertThat(pay("99999")).hasStatus(303).hasHeader("Location", "/payments/" + attempt);
        assertThat(send("9700", "12.50", card, false, url)).hasHeader("Location", "/payments/" + attempt);
        assertThat(savedCards.asked).containsOnly(asked(1_250));
    }

    @Test
    void whatCannotBePaidIsSaidBesideItAndWhatWasTypedAndChosenIsKept() {
        assertThat(send("8450", "9", second, false, url))
                .hasStatus(422)
                .bodyText()
                .contains("Enter £10.00 or more", "value=\"9\"", "value=\"" + attempt + "\"")
                .containsPattern("value=\"" + second + "\"[^>]* checked")
                .doesNotContainPattern("value=\"" + card + "\"[^>]* checked");
        assertThat(pay("84.51")).hasStatus(422).bodyText().contains("Enter £84.50 or less");
        assertThat(pay("84.40")).hasStatus(422).bodyText().contains("would leave £0.10");
        assertThat(pay("lots<x>"))
                .hasStatus(422)
                .bodyText()
                .contains("like 84.50")
                .doesNotContain("<x>");
        assertThat(send("9700", "12.50", card, false, url))
                .as("another part was paid meanwhile")
                .hasStatus(422)
                .bodyText()
                .contains("This invoice has changed", "value=\"12.50\"", "name=\"due\" value=\"8450\"");
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void aRefusalKeepsWhatWasTypedToo() {
        assertThat(pay("12.50")).hasStatus(422).bodyText().contains("did not answer", "value=\"12.50\"");
        savedCards.answer = new CardPaymentStart.NoSuchCard();
        assertThat(pay("12.50")).hasStatus(422).bodyText().contains("isn’t saved any more", "value=\"12.50\"");
    }

    @Test
    void anotherCardPaysTheSameAmountOnThePage() {
        var begun = new PaymentId(UUID.randomUUID());
        provider.answer = new CheckoutStart.Redirect(begun, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(send("8450", "5", card, true, url)).hasStatus(422).bodyText().contains("value=\"5\"");
        assertThat(provider.started).isEmpty();
        assertThat(send("8450", "12.50", card, true, url))
                .hasStatus(303)
                .hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.amounts)
                .containsExactly(Map.entry(new PayableRef("invoice", invoice.toString()), Money.of(1_250, "GBP")));
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void noPartIsTakenWhereTheClinicTakesNoneAndNothingOfAnotherPatient() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 8_450, LocalDate.of(2026, 12, 5));

        assertThat(send("8450", "12.50", card, false, "/invoices/" + bobs + "/pay"))
                .hasStatus(404);
        assertThat(send("8450", "12.50", card, true, "/invoices/" + bobs + "/pay"))
                .hasStatus(404);
        allow(false);
        assertThat(pay("12.50")).hasStatus(422);
        assertThat(send("8450", "12.50", card, true, url)).hasStatus(422);
        assertThat(savedCards.asked).isEmpty();
        assertThat(provider.started).isEmpty();
    }

    @Test
    void homeLeadsWhoeverKeepsACardToTheChoiceAndAnybodyElseToThePage() {
        assertThat(get("/")).bodyText().contains("action=\"/invoices/" + invoice + "/payment?choose=true\"");
        assertThat(post("/invoices/" + invoice + "/payment?choose=true"))
                .hasStatus(303)
                .hasHeader("Location", url);
        assertThat(provider.started).isEmpty();

        var begun = new PaymentId(UUID.randomUUID());
        provider.answer = new CheckoutStart.Redirect(begun, URI.create("https://checkout.stripe.test/c/1"));
        savedCards.reset();
        assertThat(post("/invoices/" + invoice + "/payment?choose=true"))
                .hasHeader("Location", "https://checkout.stripe.test/c/1");
    }

    private String asked(long minor) {
        return "pay " + invoice + " " + Money.of(minor, "GBP") + " " + account + " " + card
                + " https://north.anteroom.test/payments/return";
    }

    private Payment begun(PaymentId id, long minor) {
        return new Payment(
                id,
                new PayableRef("invoice", invoice.toString()),
                Money.of(minor, "GBP"),
                PaymentState.PROCESSING,
                null,
                null,
                clock.instant(),
                null,
                "visa 4242",
                0,
                false);
    }

    private void allow(boolean allowed) {
        CurrentTenant.run(north(), () -> parts.set(new PartRule(allowed, Money.of(1_000, "GBP")), STAFF));
    }

    private MvcTestResult pay(String amount) {
        return send("8450", amount, card, false, url);
    }

    private MvcTestResult send(String due, String amount, CardId with, boolean elsewhere, String path) {
        return mvc.post()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .param("attempt", attempt)
                .param("due", due)
                .param("card", with.toString())
                .param("amount", amount)
                .param("elsewhere", Boolean.toString(elsewhere))
                .exchange();
    }
}
