package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.EventNotification;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String PLATFORM_SECRET = "whsec_platform";
    private static final String CONNECT_SECRET = "whsec_connect";

    private record Received(String path, String signature, String body) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int answer = 200;
    private HttpServer listener;
    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            try (exchange) {
                // Read before the test hears of the request, which may then change it.
                int status = answer;
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.add(new Received(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                        body));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        listener.start();
        shop = new Shop(EmulatorOptions.defaults());
        shop.control.addEndpoint(Endpoint.of(to("/platform"), PLATFORM_SECRET, Scope.PLATFORM));
        shop.control.addEndpoint(Endpoint.of(to("/connect"), CONNECT_SECRET, Scope.CONNECT));
    }

    @AfterEach
    void stop() {
        shop.close();
        listener.stop(0);
    }

    private URI to(String path) {
        return URI.create("http://localhost:" + listener.getAddress().getPort() + path);
    }

    private List<Delivery> heldPayment() throws StripeException {
        shop.control.holdWebhooks();
        Session session = shop.open(8450, "gbp");
        shop.control.pay(shop.account, session.getId(), TestCard.VISA);
        return shop.control.waiting();
    }

    @Test
    void aConnectedAccountsEventsArriveSignedAtTheConnectEndpoint() throws Exception {
        Session session = shop.open(8450, "gbp");
        shop.control.pay(shop.account, session.getId(), TestCard.VISA);

        Received first = received.take();

        assertThat(first.path()).isEqualTo("/connect");
        Event event = Webhook.constructEvent(first.body(), first.signature(), CONNECT_SECRET);
        assertThat(event.getAccount()).isEqualTo(shop.account);
        assertThat(event.getApiVersion()).isEqualTo(Stripe.API_VERSION);
        assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
    }

    @Test
    void aPaymentTellsOfIntentChargeAndSession() throws StripeException {
        assertThat(heldPayment())
                .extracting(Delivery::type)
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed");
        assertThat(received).isEmpty();
    }

    @Test
    void heldEventsGoInAnyOrderAndAsOftenAsWanted() throws Exception {
        List<Delivery> held = heldPayment();

        assertThat(shop.control.send(held.get(3))).isEqualTo(200);
        assertThat(shop.control.send(held.get(2))).isEqualTo(200);
        assertThat(shop.control.send(held.get(2))).isEqualTo(200);

        assertThat(Webhook.constructEventWithoutVerification(received.take().body())
                        .getType())
                .isEqualTo("checkout.session.completed");
        Event event = Webhook.constructEventWithoutVerification(received.take().body());
        assertThat(event.getDataObjectDeserializer().getObject())
                .hasValueSatisfying(object ->
                        assertThat(((PaymentIntent) object).getStatus()).isEqualTo("succeeded"));
        assertThat(Webhook.constructEventWithoutVerification(received.take().body())
                        .getId())
                .isEqualTo(event.getId());
    }

    @Test
    void aForgedEventDoesNotVerify() throws Exception {
        shop.control.forge(heldPayment().getFirst());
        Received forged = received.take();
        assertThatThrownBy(() -> Webhook.constructEvent(forged.body(), forged.signature(), CONNECT_SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void anEventThatWasNotTakenComesAgain() throws Exception {
        answer = 500;
        shop.open(8450, "gbp");
        shop.control.disable(shop.account);
        Received refused = received.take();
        answer = 200;

        String again = "";
        while (!again.equals(refused.body())) {
            again = received.take().body();
        }
        assertThat(again).isEqualTo(refused.body());
    }

    @Test
    void aChangedAccountTellsThePlatformThinly() throws Exception {
        shop.control.holdWebhooks();
        shop.control.disable(shop.account);
        Delivery thin = shop.control.waiting().getFirst();
        shop.control.send(thin);
        Received at = received.take();

        assertThat(at.path()).isEqualTo("/platform");
        EventNotification notification = shop.stripe.parseEventNotification(at.body(), at.signature(), PLATFORM_SECRET);
        assertThat(notification)
                .isInstanceOfSatisfying(
                        com.stripe.events.V2CoreAccountIncludingRequirementsUpdatedEventNotification.class,
                        event -> assertThat(event.getRelatedObject().getId()).isEqualTo(shop.account));
    }
}
