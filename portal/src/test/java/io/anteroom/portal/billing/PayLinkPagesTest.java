package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.portal.SignedInFixture;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PayLinkPagesTest extends SignedInFixture {

    private static final PaymentId PAYMENT = new PaymentId(UUID.fromString("7f0d6a2e-6d0c-4f0e-8f43-0c7a4f6d2b22"));

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.InvoicePayables")
    Payables payables;

    @Test
    void theLinkShowsAmountClinicAndNumberAndNothingElse() {
        linked(8_450);

        assertThat(open("north", "/pay/the-key"))
                .hasStatusOk()
                .bodyText()
                .contains("Invoice 1 from", "\u00a384.50", "5 December 2026", "Pay \u00a384.50")
                .doesNotContain("Ann", "Consultation", "See you soon");
        assertThat(provider.started).as("looking begins nothing").isEmpty();
    }

    @Test
    void theButtonLeadsToTheCardPageForTheSameInvoiceAsSigningInDoes() {
        InvoiceId id = linked(8_450);
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));

        assertThat(send("north", "/pay/the-key"))
                .hasStatus(303)
                .hasHeader("Location", "https://checkout.stripe.test/c/1");
        assertThat(provider.started.get(ref(id))).satisfies(urls -> {
            assertThat(Objects.requireNonNull(urls).paid()).hasToString("https://north.anteroom.test/pay/result");
            assertThat(urls.left()).hasToString("https://north.anteroom.test/pay/result?left=true");
        });
    }

    @Test
    void unknownPaidVoidAndOtherClinicsLinksGetOneAnswer() {
        InvoiceId id = linked(8_450);
        String unknown = ended(open("north", "/pay/no-such-key"));
        assertThat(unknown).contains("can\u2019t be used any more").doesNotContain("84.50");

        assertThat(ended(send("north", "/pay/no-such-key"))).isEqualTo(unknown);
        in(north(), () -> payables.settled(ref(id), PAYMENT, Money.of(8_450, "GBP"), clock.instant()));
        assertThat(ended(open("north", "/pay/the-key"))).isEqualTo(unknown);
        assertThat(ended(send("north", "/pay/the-key"))).isEqualTo(unknown);
        assertThat(provider.started).isEmpty();
    }

    @Test
    void withTheSectionOffNoLinkLeadsAnywhere() {
        linked(8_450);
        publish("", "", false);

        body(open("north", "/pay/the-key"), 410);
        body(send("north", "/pay/the-key"), 410);
    }

    @Test
    void aRefusalIsSaidWhereTheButtonIs() {
        linked(8_450);
        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.TRY_AGAIN);

        assertThat(body(send("north", "/pay/the-key"), 409)).contains("did not answer", "Pay \u00a384.50");
        provider.chargesEnabled = false;
        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.BEING_PROCESSED);
        assertThat(body(send("north", "/pay/the-key"), 409)).contains("still being processed");
    }

    @Test
    void whoComesBackIsToldWhatCameOfItWithoutSigningIn() {
        InvoiceId id = linked(8_450);
        begun();

        assertThat(result(id, PaymentState.OPEN, null, null, "")).contains("We are checking", "every 3s");
        assertThat(result(id, PaymentState.OPEN, null, null, "&left=true")).contains("You have not paid", "Try again");
        assertThat(result(id, PaymentState.OPEN, "insufficient_funds", null, ""))
                .contains("not enough money", "Try again");
        assertThat(result(id, PaymentState.PROCESSING, null, null, ""))
                .contains("being processed")
                .doesNotContain("Try again");
        assertThat(result(id, PaymentState.SUCCEEDED, null, Allocation.UNALLOCATED, ""))
                .contains("more than was left to pay", "give it back");
        in(north(), () -> payables.settled(ref(id), PAYMENT, Money.of(8_450, "GBP"), clock.instant()));
        assertThat(result(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED, ""))
                .contains("your payment has arrived", "\u00a384.50", "Invoice 1")
                .doesNotContain("Ann", "4242", "Consultation", "/receipts/");
        assertThat(result(id, PaymentState.EXPIRED, null, null, ""))
                .contains("nothing left to pay by this link")
                .doesNotContain("Try again");
    }

    @Test
    void tryingAgainBeginsAnew() {
        InvoiceId id = linked(8_450);
        begun();
        result(id, PaymentState.FAILED, "card_declined", null, "");
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/2"));

        assertThat(send("north", "/pay/result?payment=" + PAYMENT))
                .hasStatus(303)
                .hasHeader("Location", "https://checkout.stripe.test/c/2");
        provider.answer = new CheckoutStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
        assertThat(body(send("north", "/pay/result?payment=" + PAYMENT), 409)).contains("did not answer");
    }

    @Test
    void aPaymentThatSomebodySignedInBeganIsNobodysHere() {
        InvoiceId id = linked(8_450);
        provider.known.put(PAYMENT, payment(id, PaymentState.SUCCEEDED, null, Allocation.ALLOCATED));

        String unknown = ended(open("north", "/pay/no-such-key"));
        for (String path : List.of("/pay/result?payment=" + PAYMENT, "/pay/result", "/pay/result?payment=abc")) {
            assertThat(ended(open("north", path))).as(path).isEqualTo(unknown);
            assertThat(ended(send("north", path))).as(path).isEqualTo(unknown);
        }
    }

    /** An invoice for Ann, and the key that its mail carried. */
    private InvoiceId linked(long minor) {
        InvoiceId id = sent(north(), ann, minor, LocalDate.of(2026, 12, 5));
        in(
                north(),
                () -> data.sql("update __tenant__.invoice_link set key_hash = sha256(convert_to('the-key', 'UTF8'))"
                                + " where invoice_id = :id")
                        .param("id", id.value())
                        .update());
        return id;
    }

    private void begun() {
        provider.answer = new CheckoutStart.Redirect(PAYMENT, URI.create("https://checkout.stripe.test/c/1"));
        assertThat(send("north", "/pay/the-key")).hasStatus(303);
    }

    private String result(
            InvoiceId invoice,
            PaymentState state,
            @Nullable String failure,
            @Nullable Allocation allocation,
            String query) {
        provider.known.put(PAYMENT, payment(invoice, state, failure, allocation));
        return body(open("north", "/pay/result?payment=" + PAYMENT + query), 200);
    }

    private Payment payment(
            InvoiceId invoice, PaymentState state, @Nullable String failure, @Nullable Allocation allocation) {
        return new Payment(
                PAYMENT,
                ref(invoice),
                Money.of(8_450, "GBP"),
                state,
                allocation,
                failure,
                clock.instant(),
                null,
                "visa 4242",
                0,
                false);
    }

    private static PayableRef ref(InvoiceId invoice) {
        return new PayableRef("invoice", invoice.toString());
    }

    private MvcTestResult open(String slug, String path) {
        return mvc.get().uri("https://" + slug + ".anteroom.test" + path).exchange();
    }

    private MvcTestResult send(String slug, String path) {
        return mvc.post().uri("https://" + slug + ".anteroom.test" + path).exchange();
    }

    /** What the page says; around it is the way back to the address asked for. */
    private static String ended(MvcTestResult result) {
        String body = body(result, 410);
        return body.substring(body.indexOf("<h1"), body.indexOf("</main>"));
    }

    private static String body(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
