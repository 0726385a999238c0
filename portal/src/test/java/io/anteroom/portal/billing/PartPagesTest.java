package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PartPagesTest extends SignedInFixture {

    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("7f0d6a2e-6d0c-4f0e-8f43-0c7a4f6d2b33"));

    @Autowired
    PartPayments parts;

    @Test
    void whereTheClinicTakesPartsThePayerChoosesHowMuch() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("Pay \u00a384.50")
                .doesNotContain("How much you pay now");
        allow(1_000);
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(get("/invoices/" + id))
                .bodyText()
                .contains("How much you pay now", "value=\"84.50\"", "a part of \u00a310.00 or more");
        assertThat(pays(id, "12.50", "en")).hasStatus(303).hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.started).containsOnlyKeys(new PayableRef("invoice", id.toString()));
        assertThat(pays(id, "12,50", "de")).hasStatus(303);
    }

    @Test
    void whatCannotBePaidIsSaidWhereItWasTypedAndKept() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        allow(1_000);

        assertThat(pays(id, "0", "en")).hasStatus(422).bodyText().contains("more than nothing", "value=\"0\"");
        assertThat(pays(id, "-5", "en")).hasStatus(422).bodyText().contains("more than nothing", "value=\"-5\"");
        assertThat(pays(id, "9", "en")).hasStatus(422).bodyText().contains("Enter \u00a310.00 or more");
        assertThat(pays(id, "84.51", "en")).hasStatus(422).bodyText().contains("Enter \u00a384.50 or less");
        assertThat(pays(id, "84.40", "en")).hasStatus(422).bodyText().contains("would leave \u00a30.10");
        assertThat(pays(id, "lots<x>", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("like 84.50")
                .doesNotContain("<x>");
        assertThat(pays(id, "1.234,56", "de")).hasStatus(422);
        assertThat(provider.started).isEmpty();
    }

    @Test
    void aPartIsRefusedWhereTheClinicTakesNoneAndOfAnotherPatientThereIsNoInvoice() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        InvoiceId bobs = sent(north(), patient(north(), "Bob"), 8_450, LocalDate.of(2026, 12, 5));

        assertThat(pays(id, "50", "en")).hasStatus(422);
        allow(1_000);
        assertThat(pays(bobs, "50", "en")).hasStatus(404);
        in(
                north(),
                () -> data.sql("update __tenant__.access_grant set level = 'limited'")
                        .update());
        assertThat(pays(id, "50", "en")).hasStatus(404);
        assertThat(provider.started).isEmpty();
    }

    @Test
    void whoLeftAPartUnpaidChoosesAgainHowMuch() {
        InvoiceId id = sent(north(), ann, 8_450, LocalDate.of(2026, 12, 5));
        allow(1_000);

        left(id, 2_000);
        assertThat(get("/payments/" + PAYMENT + "?left=true"))
                .bodyText()
                .contains("You have not paid", "href=\"/invoices/" + id + "/pay\"")
                .doesNotContain("/payment\"");
        assertThat(get("/invoices/" + id + "/pay")).hasStatus(303).hasHeader("Location", "/invoices/" + id);
        left(id, 8_450);
        assertThat(get("/payments/" + PAYMENT + "?left=true"))
                .bodyText()
                .contains("You have not paid", "/invoices/" + id + "/payment\"");
    }

    private void left(InvoiceId id, long minor) {
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        new PayableRef("invoice", id.toString()),
                        Money.of(minor, "GBP"),
                        PaymentState.OPEN,
                        null,
                        null,
                        clock.instant(),
                        null,
                        null,
                        0,
                        false));
    }

    private void allow(long least) {
        CurrentTenant.run(north(), () -> parts.set(new PartRule(true, Money.of(least, "GBP")), STAFF));
    }

    private MvcTestResult pays(InvoiceId id, String amount, String language) {
        return mvc.post()
                .uri("https://north.anteroom.test/invoices/" + id + "/payment")
                .header(SignedInPages.ACCOUNT, account)
                .header("Accept-Language", language)
                .param("amount", amount)
                .exchange();
    }
}
