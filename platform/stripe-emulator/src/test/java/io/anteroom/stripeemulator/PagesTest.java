package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hosted pages as a browser without scripts uses them. */
class PagesTest {

    private static final String GOOD = "by=card&email=a%40example.org&expiry=12+%2F+34&cvc=123&name=Ana&number=";

    private final HttpClient http = HttpClient.newHttpClient();
    private Shop shop;
    private Session session;

    @BeforeEach
    void start() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        session = shop.open(8450, "gbp");
    }

    @AfterEach
    void stop() {
        http.close();
        shop.close();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String leadsTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void thePageSaysWhatIsPaidAndFillsATestCard() throws Exception {
        assertThat(get(session.getUrl()).body())
                .contains("£84.50", "Invoice 17", "Northside Clinic", "http://shop.example/left")
                .doesNotContain("bank debit");
        assertThat(get(session.getUrl() + "?card=4000000000000002").body()).contains("value=\"4000 0000 0000 0002\"");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedIsKept() throws Exception {
        HttpResponse<String> answer =
                post(session.getUrl(), "by=card&email=nobody&number=1234&expiry=13%2F34&name=Ana");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("role=\"alert\"", "id=\"email-error\"", "id=\"number-error\"", "id=\"expiry-error\"")
                .contains("id=\"cvc-error\"", "value=\"Ana\"", "value=\"nobody\"");
        assertThat(shop.control.all(shop.account, "charge")).isEmpty();
    }

    @Test
    void aCardOfThePastIsRefused() throws Exception {
        assertThat(post(session.getUrl(), GOOD.replace("34", "20") + "4242424242424242")
                        .body())
                .contains("This date is in the past");
    }

    @Test
    void aDeclinedCardIsExplainedAndTheNextOneLeadsBack() throws Exception {
        HttpResponse<String> declined = post(session.getUrl(), GOOD + "4000000000009995");
        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("Your card has insufficient funds.", "You have not been charged.");

        assertThat(leadsTo(post(session.getUrl(), GOOD + "4242424242424242")))
                .isEqualTo("http://shop.example/done?session=" + session.getId());
        assertThat(get(session.getUrl()).body()).contains("This has been paid");
        assertThat(leadsTo(post(session.getUrl(), GOOD + "4242424242424242"))).startsWith("http://shop.example/done");
        assertThat(shop.control.all(shop.account, "charge")).hasSize(2);
    }

    @Test
    void theBanksPageLeadsToTheEndOrBackToTheCard() throws Exception {
        String bank = leadsTo(post(session.getUrl(), GOOD + "4000002760003184"));
        assertThat(get(bank).body()).contains("Is it you who is paying Northside Clinic?");
        assertThat(leadsTo(post(bank, "answer=no"))).isEqualTo(session.getUrl());
        assertThat(get(session.getUrl()).body()).contains("We are unable to authenticate your payment method.");

        bank = leadsTo(post(session.getUrl(), GOOD + "4000002760003184"));
        assertThat(leadsTo(post(bank, "answer=yes"))).startsWith("http://shop.example/done");
    }

    @Test
    void aClosedPageSaysSoAndShowsTheWayBack() throws Exception {
        shop.control.advance(Duration.ofHours(25));
        assertThat(get(session.getUrl()).body()).contains("This payment page has closed", "http://shop.example/left");
        assertThat(post(session.getUrl(), GOOD + "4242424242424242").statusCode())
                .isEqualTo(410);
        assertThat(get(shop.emulator.address() + "/pay/" + shop.account + "/cs_test_none")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheShopWroteIsShownAndNotRun() throws Exception {
        SessionCreateParams hostile = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://shop.example/done")
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency("jpy")
                                .setUnitAmount(8450L)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("<script>alert(1)</script>")
                                        .build())
                                .build())
                        .build())
                .build();
        RequestOptions there = shop.there();
        String url =
                shop.stripe.v1().checkout().sessions().create(hostile, there).getUrl();
        assertThat(get(url).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("JP¥8,450")
                .doesNotContain("<script");
    }
}
