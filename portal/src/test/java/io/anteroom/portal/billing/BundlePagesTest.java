package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import java.net.URI;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several invoices are paid with one payment, on Stripe’s page or with a saved card, and each thing that can be otherwise is told where it is met. */
class BundlePagesTest extends BundleFixture {

    private static final URI BANK = URI.create("https://hooks.stripe.test/3ds/1");

    @Autowired
    StatementCount count;

    @Test
    void payingLeadsToTheCardPageForTheSumOfAll() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(post(bundle + "/payment")).hasStatus(303).hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.amounts).containsExactly(Map.entry(ref(bundle), Money.of(8_000, "GBP")));
        assertThat(Objects.requireNonNull(provider.started.get(ref(bundle))).left())
                .hasToString("https://north.anteroom.test/payments/return?left=true");
        assertThat(payer(PAYMENT)).isEqualTo(Long.toString(account));

        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.BEING_PROCESSED);
        assertThat(post(bundle + "/payment")).hasStatus(303).hasHeader("Location", bundle);
    }

    /** What each invoice is read by, and one more for the bundle; who asks, and for whom, is asked besides, however many there are. */
    @Test
    void thePageTakesThreeStatementsForEachInvoiceAndOneForAll() {
        InvoiceId third = sent(north(), ann, 700, LATER);
        String two = chosen(seen(first, 3_000), seen(second, 5_000));
        String three = chosen(seen(first, 3_000), seen(second, 5_000), seen(third, 700));
        int besides = statements("/invoices/" + first) - 3;

        assertThat(statements(three) - statements(two)).isEqualTo(3);
        assertThat(statements(two)).isLessThanOrEqualTo(besides + 1 + 2 * 3);
        assertThat(statements("/invoices/several")).isEqualTo(statements("/invoices"));
    }

    private int statements(String path) {
        assertThat(get(path)).hasStatusOk();
        count.reset();
        assertThat(get(path)).hasStatusOk();
        return count.count();
    }

    @Test
    void aClinicThatCannotChargeSaysSoWhereItWouldBePaid() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        provider.chargesEnabled = false;
        publish("", "", true);

        assertThat(get(bundle))
                .bodyText()
                .contains("can’t take card payments here yet")
                .doesNotContain("/payment\"");
    }

    @Test
    void whatChangedSinceIsShownAnewAndLeadsOnWithWhatIsLeft() {
        InvoiceId third = sent(north(), ann, 700, LATER);
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000), seen(third, 700));
        settle(second, 5_000);
        assertThat(get(bundle))
                .hasStatusOk()
                .bodyText()
                .contains("What is due has changed", "You had chosen to pay £87.00", "Go on with £37.00")
                .contains("value=\"" + first + ":3000\"", "value=\"" + third + ":700\"")
                .doesNotContain("/payment\"", "value=\"" + second + ":");
        String rest = chosen(seen(first, 3_000), seen(third, 700));
        assertThat(rest).isNotEqualTo(bundle);
        assertThat(get(rest)).bodyText().contains("Pay £37.00");

        settle(third, 700);
        assertThat(get(bundle)).bodyText().contains("Go on with invoice 1").doesNotContain("Go on with £");
        settle(first, 3_000);
        assertThat(get(bundle)).bodyText().contains("Nothing is left to pay here", "All invoices");
    }

    @Test
    void theWayBackSaysWhatCameOfItAndLeadsBackToWhatWasChosen() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));

        assertThat(outcome(bundle, PaymentState.OPEN, null, null, ""))
                .contains("We are checking", "£80.00 for Invoices 1, 2", "every 3s");
        assertThat(outcome(bundle, PaymentState.OPEN, null, null, "?left=true"))
                .contains("You have not paid", "Try again", "href=\"" + bundle + "\"", "href=\"/invoices\"")
                .doesNotContain("every 3s");
        assertThat(outcome(bundle, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "declined the card", "href=\"" + bundle + "\"");
        assertThat(outcome(bundle, PaymentState.PROCESSING, null, null, ""))
                .contains("being processed", "every 3s", "Back to these invoices")
                .doesNotContain("Try again");
        assertThat(outcome(bundle, PaymentState.EXPIRED, null, null, "")).contains("You have not paid");
        assertThat(outcome(bundle, PaymentState.SUCCEEDED, null, Allocation.UNALLOCATED, ""))
                .contains("more than was left to pay", "give it back", "Still to pay", "£80.00")
                .doesNotContain("/receipts/");
        settle(second, 5_000);
        assertThat(outcome(bundle, PaymentState.FAILED, "card_declined", null, ""))
                .contains("did not go through", "Back to these invoices")
                .doesNotContain("Try again");
    }

    @Test
    void whatWasPaidIsThereByInvoiceWithEachReceipt() {
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        settleAll(bundle, 8_000);
        String one = "/receipts/" + PAYMENT + "?invoice=" + first;
        String other = "/receipts/" + PAYMENT + "?invoice=" + second;

        assertThat(outcome(bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "£80.00", "Receipt for invoice 1", "£30.00", one)
                .contains("Receipt for invoice 2", "£50.00", other)
                .doesNotContain("Still to pay");
        assertThat(get(one))
                .hasStatusOk()
                .bodyText()
                .contains("£30.00", "Paid at the same time", other)
                .doesNotContain("href=\"" + one + "\"");
        assertThat(get(other)).bodyText().contains("amount-big\">£50.00", one);
        assertThat(get("/receipts/" + PAYMENT + "/pdf?invoice=" + second))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(get("/invoices/" + first)).bodyText().contains("This invoice is paid", one);
        assertThat(get(bundle)).bodyText().contains("Nothing is left to pay here");

        in(north(), () -> {
            owner("invoices").refunded(ref(bundle), PAYMENT, Money.of(600, "GBP"));
            return 0;
        });
        assertThat(outcome(bundle, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("Paid by card; £6.00 given back");
    }

    @Test
    void whoeverKeepsACardPaysWithItByOneClick() {
        CardId card = card();
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        MvcTestResult page = get(bundle);
        assertThat(page)
                .bodyText()
                .contains("Visa ending 4242", "Pay £80.00 now", "Pay with another card", bundle + "/payment");
        String attempt = hidden(page, "attempt");
        var payment = new PaymentId(UUID.fromString(attempt));
        savedCards.answer = new CardPaymentStart.ToTheBank(payment, BANK);

        assertThat(pay(bundle, attempt, card.toString())).hasStatus(303).hasHeader("Location", "/payments/" + attempt);
        assertThat(savedCards.asked)
                .containsExactly("pay " + bundle.substring("/invoices/several/".length()) + " " + Money.of(8_000, "GBP")
                        + " " + account + " " + card + " https://north.anteroom.test/payments/return");
        assertThat(payer(payment)).isEqualTo(Long.toString(account));

        savedCards.attempts.put(payment, new CardAttempt(card, false, BANK));
        provider.known.put(payment, payment(payment, bundle, PaymentState.OPEN, null, null));
        assertThat(get("/payments/" + attempt))
                .bodyText()
                .contains("Your bank wants you to confirm", BANK.toString(), "Back to these invoices");
        provider.known.put(payment, payment(payment, bundle, PaymentState.FAILED, "insufficient_funds", null));
        assertThat(get("/payments/" + attempt))
                .bodyText()
                .contains("not enough money", "Try again", "href=\"" + bundle + "\"");
        provider.known.put(payment, payment(payment, bundle, PaymentState.EXPIRED, null, null));
        assertThat(get("/payments/" + attempt)).bodyText().contains("was not made", "href=\"" + bundle + "\"");

        settleAll(bundle, 8_000);
        savedCards.answer = new CardPaymentStart.Told(payment(payment, bundle, PaymentState.SUCCEEDED, null, null));
        assertThat(pay(bundle, attempt, card.toString()))
                .as("a form sent twice")
                .hasHeader("Location", "/payments/" + attempt);
    }

    @Test
    void aCardThatIsNotThereAndARefusalAreToldOnThePageAndTheChosenCardStaysChosen() {
        var _ = card();
        CardId card = CurrentTenant.call(north(), () -> savedCards.save(account, "1111", YearMonth.of(2034, 12)));
        String bundle = chosen(seen(first, 3_000), seen(second, 5_000));
        String attempt = UUID.randomUUID().toString();

        savedCards.answer = new CardPaymentStart.NoSuchCard();
        assertThat(pay(bundle, attempt, card.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("This card isn’t saved any more", "Pay £80.00 now")
                .containsPattern("value=\"" + card + "\" checked")
                .doesNotContain(attempt);
        savedCards.answer = new CardPaymentStart.Refused(CheckoutStart.Reason.BEING_PROCESSED);
        assertThat(pay(bundle, attempt, card.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("An earlier payment of one of these invoices");
        settle(second, 5_000);
        savedCards.answer = new CardPaymentStart.Refused(CheckoutStart.Reason.NOT_OPEN);
        assertThat(pay(bundle, attempt, card.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was charged", "What is due has changed", "Go on with invoice 1");
        assertThat(pay(bundle, "nonsense", card.toString())).hasStatus(404);
        assertThat(pay(bundle, attempt, "nonsense")).hasStatus(404);

        offering(EnumSet.of(Section.INVOICES));
        String other = chosen(seen(first, 3_000), seen(sent(north(), ann, 700, LATER), 700));
        assertThat(get(other)).bodyText().contains("Pay £37.00").doesNotContain("Visa ending 4242");
        assertThat(pay(other, attempt, card.toString())).hasStatus(404);
    }

    private static String hidden(MvcTestResult page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
