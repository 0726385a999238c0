package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe says nothing, or that it is not well, as a patient sees it. What becomes of each call and each event is in the
 * tests of platform/payments.
 */
@Timeout(120)
class StripeAwayTest {

    private static final String OPEN_PAGE = "POST /v1/checkout/sessions";
    private static final String READ = "GET /v1/(checkout/sessions|payment_intents)/.*";
    private static final String PAYMENT_PAGE = "/pay/acct_";
    private static final int EVERY_TRY = 20;
    private static final RunningDemo DEMO = RunningDemo.shared();

    private static Guest chloe;
    private static Guest yui;

    @BeforeAll
    static void patientsAreSignedIn() {
        chloe = Guest.patient(DEMO, "harbour", "chloe@patients.example");
        yui = Guest.patient(DEMO, "sakura", "yui@patients.example");
    }

    @AfterEach
    void itIsWell() {
        DEMO.stripe().heal();
        DEMO.stripe().releaseWebhooks();
    }

    @Test
    void aStripeThatSaysNothingChargesNobodyTwice() {
        for (int i = 0; i < EVERY_TRY; i++) {
            DEMO.stripe().slow(OPEN_PAGE);
        }
        String invoice = invoiceOf(chloe);

        Answer click = pays(chloe, invoice);

        assertThat(click.path()).isEqualTo(invoice);
        chloe.opens(invoice).isClear("The payment page did not answer").isClear("Please try again in a minute");
        DEMO.stripe().heal();
        eventually(() -> pays(chloe, invoice).location().contains(PAYMENT_PAGE));
        assertThat(pagesOf("harbour", invoice)).as("of both clicks").hasSize(1);
        isPaidOnce(chloe, "harbour", invoice);
    }

    @Test
    void aStripeThatIsNotWellChargesNobodyTwice() {
        DEMO.stripe().fail(OPEN_PAGE, Fault.ERROR_AFTER, EVERY_TRY);
        String invoice = invoiceOf(yui);

        assertThat(pays(yui, invoice).path()).isEqualTo(invoice);

        yui.opens(invoice).isClear("The payment page did not answer");
        DEMO.stripe().heal();
        assertThat(pays(yui, invoice).location()).contains(PAYMENT_PAGE);
        assertThat(pagesOf("sakura", invoice)).hasSize(1);

        DEMO.stripe().holdWebhooks();
        ObjectNode page = pagesOf("sakura", invoice).getFirst();
        DEMO.stripe().pay(account("sakura"), Json.text(page, "id"), TestCard.VISA);
        DEMO.stripe().fail(READ, Fault.ERROR_BEFORE, EVERY_TRY);
        String payment = paymentOf(page);
        yui.opens(payment).isClear("We are checking your payment");

        DEMO.stripe().heal();
        eventually(() -> yui.opens(payment).body().contains("Thank you, your payment has arrived"));
        assertThat(yui.opens(invoice).body()).contains("This invoice is paid");
    }

    private static void isPaidOnce(Guest patient, String clinic, String invoice) {
        long charged = DEMO.stripe().all(account(clinic), "charge").size();
        ObjectNode page = pagesOf(clinic, invoice).getFirst();
        DEMO.stripe().pay(account(clinic), Json.text(page, "id"), TestCard.VISA);
        eventually(() -> patient.opens(paymentOf(page)).body().contains("Thank you, your payment has arrived"));
        assertThat(patient.opens(invoice).body()).contains("This invoice is paid");
        assertThat(DEMO.stripe().all(account(clinic), "charge")).hasSize((int) charged + 1);
    }

    private static String invoiceOf(Guest patient) {
        var link = Pattern.compile("href=\"(/invoices/\\d+)\"")
                .matcher(patient.opens("/invoices").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Answer pays(Guest patient, String invoice) {
        return patient.sends(patient.opens(invoice), invoice + "/payment");
    }

    private static String account(String clinic) {
        return Sql.texts(
                        "select account_id from control.stripe_account where tenant_id = ?",
                        DEMO.tenant(clinic).id().value())
                .getFirst();
    }

    /** The payment pages whose way back leads to a payment of that invoice. */
    private static List<ObjectNode> pagesOf(String clinic, String invoice) {
        List<String> payments = Sql.texts(
                "select id::text from " + DEMO.tenant(clinic).id().schema()
                        + ".payment where payable_kind = 'invoice' and payable_id = ?",
                invoice.substring("/invoices/".length()));
        return DEMO.stripe().all(account(clinic), "checkout.session").stream()
                .filter(page -> payments.stream().anyMatch(paymentOf(page)::endsWith))
                .toList();
    }

    private static String paymentOf(ObjectNode page) {
        String query = URI.create(Json.text(page, "success_url")).getQuery();
        return "/payments/" + query.substring(query.indexOf('=') + 1);
    }
}
