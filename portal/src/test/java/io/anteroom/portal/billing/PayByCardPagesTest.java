package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An invoice is paid with a card that the person keeps, and every state of that is told as it is. */
class PayByCardPagesTest extends SignedInFixture {

    private static final URI BANK = URI.create("https://hooks.stripe.test/3ds/1");

    private InvoiceId invoice = new InvoiceId(0);
    private CardId card = new CardId(new UUID(0, 0));
    private String url = "";

    @BeforeEach
    void anInvoiceAndASavedCard() {
        offering(EnumSet.allOf(Section.class));
        invoice = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        card = CurrentTenant.call(north(), () -> savedCards.save(account, "4242", YearMonth.of(2034, 12)));
        url = "/invoices/" + invoice + "/pay";
    }

    @Test
    void whoeverHasASavedCardChoosesWhichPaysOrAnother() {
        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("href=\"" + url + "\"", "Pay £84.50")
                .doesNotContain("/payment\"");
        assertThat(get(url))
                .hasStatusOk()
                .bodyText()
                .contains("Visa ending 4242", "value=\"" + card + "\"", "Pay £84.50 now", "Pay with another card")
                .contains("/invoices/" + invoice + "/payment");
    }

    @Test
    void aCardIsChargedByOneClickForJustWhatWasShown() {
        String attempt = hidden(get(url), "attempt");
        savedCards.answer = new CardPaymentStart.Told(known(attempt, PaymentState.SUCCEEDED, null));
        provider.known.clear();

        assertThat(pay(attempt, "8450", card)).hasStatus(303).hasHeader("Location", "/payments/" + attempt);
        assertThat(savedCards.asked)
                .containsExactly("pay " + invoice + " " + Money.of(8_450, "GBP") + " " + account + " " + card
                        + " https://north.anteroom.test/payments/return");
        assertThat(audited()).containsOnlyOnce("payment-started");
        assertThat(payer(attempt)).isEqualTo(Long.toString(account));
        var _ = known(attempt, PaymentState.SUCCEEDED, null);
        assertThat(pay(attempt, "8450", card)).as("sent again").hasHeader("Location", "/payments/" + attempt);
        assertThat(audited()).containsOnlyOnce("payment-started");
    }

    @Test
    void whatIsNotDueAnyMoreIsNotCharged() {
        assertThat(pay(UUID.randomUUID().toString(), "8400", card))
                .hasStatus(422)
                .bodyText()
                .contains("Pay £84.50 now");
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void aRefusalLeadsBackToTheChoiceWithTheCardThatWasChosenAndIsNoPayment() {
        CardId other = CurrentTenant.call(north(), () -> savedCards.save(account, "1111", YearMonth.of(2034, 12)));
        savedCards.answer = new CardPaymentStart.Refused(CheckoutStart.Reason.TRY_AGAIN);

        for (CardId chosen : List.of(card, other)) {
            assertThat(pay(UUID.randomUUID().toString(), "8450", chosen))
                    .hasStatus(422)
                    .bodyText()
                    .containsPattern("value=\"" + chosen + "\" checked");
        }
        savedCards.answer = new CardPaymentStart.NoSuchCard();
        assertThat(pay(UUID.randomUUID().toString(), "8450", card))
                .hasStatus(422)
                .bodyText()
                .contains("saved any more");
        assertThat(audited()).doesNotContain("payment-started");
    }

    @Test
    void whatSomebodyElsePaidMeanwhileIsToldAsAChangeOnly() {
        long ana = account;
        account = account(north(), patient(north(), "Peter"));
        grant(account, ann, "full", "money");
        CardId theirs = CurrentTenant.call(north(), () -> savedCards.save(account, "1111", YearMonth.of(2034, 12)));
        String paid = UUID.randomUUID().toString();
        savedCards.answer = new CardPaymentStart.Told(known(paid, PaymentState.SUCCEEDED, null));
        provider.known.clear();
        assertThat(pay(paid, "8450", theirs)).hasHeader("Location", "/payments/" + paid);

        account = ana;
        assertThat(pay(UUID.randomUUID().toString(), "8450", card))
                .hasStatus(422)
                .bodyText()
                .doesNotContain(paid);
    }

    @Test
    void eachStateIsToldAsItIs() {
        assertThat(told(PaymentState.CREATED, null, null)).contains("We are checking", "every 3s");
        assertThat(told(PaymentState.OPEN, null, BANK))
                .contains("Your bank wants you to confirm", "Nothing is charged until", BANK.toString())
                .doesNotContain("every 3s");
        assertThat(told(PaymentState.OPEN, null, null)).contains("We are checking");
        assertThat(told(PaymentState.PROCESSING, null, null)).contains("being processed");
        assertThat(told(PaymentState.FAILED, "insufficient_funds", null))
                .contains("did not go through", "not enough money", "No money was taken", "href=\"" + url + "\"");
        assertThat(told(PaymentState.FAILED, "expired_card", null)).contains("The card has expired");
        assertThat(told(PaymentState.FAILED, null, null))
                .as("no bank was asked")
                .contains("was not made", "No money was taken")
                .doesNotContain("Your bank");
        assertThat(told(PaymentState.EXPIRED, null, null))
                .contains("was not made", "No money was taken", "href=\"" + url + "\"")
                .doesNotContain("payment page");
        assertThat(told(PaymentState.SUCCEEDED, null, null)).contains("your payment has arrived");
    }

    @Test
    void whereTheBankWouldNotHaveItChargedAwayThePageSaysWhy() {
        var attempt = new PaymentId(UUID.randomUUID());
        var _ = known(attempt.toString(), PaymentState.FAILED, "authentication_required");
        savedCards.attempts.put(attempt, new CardAttempt(card, true, null));

        assertThat(get(url)).bodyText().contains("The clinic tried to charge your card", "Visa ending 4242");
        long other = account(north(), patient(north(), "Peter"));
        grant(other, ann, "full", "money");
        CurrentTenant.call(north(), () -> savedCards.save(other, "1111", YearMonth.of(2034, 12)));
        account = other;
        assertThat(get(url)).bodyText().contains("1111").doesNotContain("The clinic tried to charge");
    }

    @Test
    void anotherPatientsInvoiceAndAnothersCardDoNotExist() {
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 5_000, LocalDate.of(2026, 12, 5));

        assertThat(get("/invoices/" + bobs + "/pay")).hasStatus(404);
        assertThat(send("/invoices/" + bobs + "/pay", UUID.randomUUID().toString(), "5000", card.toString()))
                .hasStatus(404);
        assertThat(send(url, "nonsense", "8450", card.toString())).hasStatus(404);
        assertThat(send(url, UUID.randomUUID().toString(), "8450", "nonsense")).hasStatus(404);
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void whoSeesTheInvoiceButKeepsNoCardPaysOnThePage() {
        long other = account(north(), patient(north(), "Peter"));
        grant(other, ann, "full", "money");
        account = other;

        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("/payment\"")
                .doesNotContain("href=\"" + url + "\"");
        assertThat(get(url)).hasStatus(303).hasHeader("Location", "/invoices/" + invoice);
    }

    @Test
    void withTheSectionOffInvoicesArePaidOnThePageAlone() {
        offering(EnumSet.of(Section.INVOICES));

        assertThat(get("/invoices/" + invoice))
                .bodyText()
                .contains("/payment\"")
                .doesNotContain("href=\"" + url + "\"");
        assertThat(get(url)).hasStatus(303).hasHeader("Location", "/invoices/" + invoice);
        assertThat(pay(UUID.randomUUID().toString(), "8450", card)).hasStatus(404);
        assertThat(savedCards.asked).isEmpty();
    }

    private String told(PaymentState state, @Nullable String failure, @Nullable URI bank) {
        String attempt = UUID.randomUUID().toString();
        var _ = known(attempt, state, failure);
        savedCards.attempts.put(new PaymentId(UUID.fromString(attempt)), new CardAttempt(card, false, bank));
        return body(get("/payments/" + attempt));
    }

    private Payment known(String attempt, PaymentState state, @Nullable String failure) {
        var id = new PaymentId(UUID.fromString(attempt));
        boolean arrived = state == PaymentState.SUCCEEDED;
        var payment = new Payment(
                id,
                new PayableRef("invoice", invoice.toString()),
                Money.of(8_450, "GBP"),
                state,
                arrived ? Allocation.ALLOCATED : null,
                failure,
                clock.instant(),
                arrived ? clock.instant() : null,
                "visa 4242",
                0,
                false);
        provider.known.put(id, payment);
        return payment;
    }

    private MvcTestResult pay(String attempt, String due, CardId with) {
        return send(url, attempt, due, with.toString());
    }

    private MvcTestResult send(String path, String attempt, String due, String with) {
        return mvc.post()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, account)
                .param("attempt", attempt)
                .param("due", due)
                .param("card", with)
                .exchange();
    }

    private String payer(String attempt) {
        return in(
                north(),
                () -> data.sql("select account_id from __tenant__.payment_payer where payment_id = :id")
                        .param("id", UUID.fromString(attempt))
                        .query(String.class)
                        .single());
    }

    private void offering(EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        STAFF,
                        new PortalDesign(
                                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections)));
    }

    private static String hidden(MvcTestResult page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
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
