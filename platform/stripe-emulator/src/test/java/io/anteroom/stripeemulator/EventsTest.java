package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import com.sun.net.httpserver.HttpServer;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events read back, and on their way: lost, twice, backwards, again. */
class EventsTest {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer listener;
    private Shop shop;

    @BeforeEach
    void start() throws IOException, StripeException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, -1);
                received.add(Json.read(body).path("type").asString(""));
            }
        });
        listener.start();
        shop = new Shop(EmulatorOptions.defaults());
        URI here = URI.create("http://localhost:" + listener.getAddress().getPort());
        shop.control.addEndpoint(Endpoint.of(here, "whsec_x", Endpoint.Scope.CONNECT));
    }

    @AfterEach
    void stop() {
        shop.close();
        listener.stop(0);
    }

    private void pay() throws StripeException {
        shop.control.pay(shop.account, shop.open(8450, "gbp").getId(), TestCard.VISA);
    }

    private List<Event> events(EventListParams.Builder params) throws StripeException {
        return shop.stripe.v1().events().list(params.build(), shop.there()).getData();
    }

    @Test
    void eventsAreReadByTypeAndTime() throws StripeException {
        pay();
        long first = events(EventListParams.builder()).getFirst().getCreated();
        shop.control.advance(Duration.ofHours(1));
        pay();
        assertThat(events(EventListParams.builder().setType("charge.succeeded")))
                .hasSize(2);
        assertThat(events(EventListParams.builder().setType("payment_intent.*")))
                .hasSize(4);
        assertThat(events(EventListParams.builder()
                        .addType("charge.succeeded")
                        .addType("checkout.session.completed")
                        .setCreated(
                                EventListParams.Created.builder().setGt(first).build())))
                .extracting(Event::getType)
                .containsExactly("checkout.session.completed", "charge.succeeded");
        shop.control.advance(Duration.ofDays(31));
        assertThat(events(EventListParams.builder())).isEmpty();
    }

    @Test
    void anEventKnowsWhetherItArrived() throws StripeException {
        shop.control.holdWebhooks();
        pay();
        Event undelivered =
                events(EventListParams.builder().setDeliverySuccess(false)).getFirst();
        assertThat(undelivered.getType()).isEqualTo("checkout.session.completed");
        assertThat(shop.stripe
                        .v1()
                        .events()
                        .retrieve(undelivered.getId(), shop.there())
                        .getPendingWebhooks())
                .isEqualTo(1);
        shop.control.webhooks().history("checkout.session.completed").forEach(shop.control::send);
        assertThat(events(EventListParams.builder()
                        .setType("checkout.session.completed")
                        .setDeliverySuccess(true)))
                .extracting(Event::getId)
                .containsExactly(undelivered.getId());
        assertThat(events(EventListParams.builder()
                        .setType("payment_intent.succeeded")
                        .setDeliverySuccess(true)))
                .isEmpty();
    }

    @Test
    void heldEventsCanGoBackwards() throws Exception {
        shop.control.holdWebhooks();
        pay();
        shop.control.webhooks().releaseBackwards();
        assertThat(List.of(received.take(), received.take(), received.take(), received.take()))
                .containsExactly(
                        "checkout.session.completed",
                        "payment_intent.succeeded",
                        "charge.succeeded",
                        "payment_intent.created");
    }

    @Test
    void everyEventCanComeTwice() throws Exception {
        shop.control.webhooks().sendTwice(true);
        shop.control.webhooks().lose("payment_intent.*", 2);
        shop.control.webhooks().lose("checkout.*", 1);
        pay();
        assertThat(List.of(received.take(), received.take())).containsExactly("charge.succeeded", "charge.succeeded");
        assertThat(shop.control.webhooks().history("charge.succeeded")).hasSize(1);
    }

    @Test
    void anEventCanBeLostAndComeDaysLater() throws Exception {
        shop.control.webhooks().lose(".*", 4);
        pay();
        Delivery lost =
                shop.control.webhooks().history("payment_intent.succeeded").getFirst();
        assertThat(lost.answers()).isEmpty();
        shop.control.advance(Duration.ofDays(1));
        assertThat(shop.control.send(lost)).isEqualTo(200);
        assertThat(received.take()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void anotherAccountsEventIsNotThere() throws StripeException {
        pay();
        String id = events(EventListParams.builder()).getFirst().getId();
        var south = com.stripe.net.RequestOptions.builder()
                .setStripeAccount(shop.newAccount("Southside Clinic"))
                .build();
        assertThatThrownBy(() -> shop.stripe.v1().events().retrieve(id, south)).hasMessageContaining("No such event");
    }

    @Test
    void onlyTheLatestEventsAreKept() throws StripeException {
        String customer = shop.customer("ana@example.org").getId();
        var again =
                com.stripe.param.CustomerUpdateParams.builder().setName("Ana").build();
        for (int i = 0; i < 2_200; i++) {
            shop.stripe.v1().customers().update(customer, again, shop.there());
        }
        assertThat(shop.control.all(shop.account, "event")).hasSizeLessThanOrEqualTo(2_064);
    }
}
