package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.Account;
import com.stripe.model.v2.core.AccountLink;
import io.anteroom.stripeemulator.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the emulator emits, on a long walk through all it can do, is what Stripe's client would read. */
class ContractTest {

    private static final Map<String, Class<? extends StripeObject>> MODELS = Map.ofEntries(
            Map.entry("balance_transaction", BalanceTransaction.class),
            Map.entry("charge", Charge.class),
            Map.entry("checkout.session", Session.class),
            Map.entry("customer", Customer.class),
            Map.entry("dispute", Dispute.class),
            Map.entry("event", Event.class),
            Map.entry("payment_intent", PaymentIntent.class),
            Map.entry("payment_method", PaymentMethod.class),
            Map.entry("payout", Payout.class),
            Map.entry("refund", Refund.class),
            Map.entry("setup_intent", SetupIntent.class),
            Map.entry("webhook_endpoint", WebhookEndpoint.class),
            Map.entry("account", com.stripe.model.Account.class),
            Map.entry("v2.core.account", Account.class));

    private static Shop shop;
    private static AccountLink link;

    @BeforeAll
    static void walk() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        var walk = new Walk(shop);
        link = walk.link();
        walk.all();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void everyKeyAndTypeIsOneOfTheClients() {
        for (String account : List.of("", shop.account)) {
            MODELS.forEach((kind, model) -> shop.control
                    .all(account, kind)
                    .forEach(object -> assertThat(Model.misfits(object, model)).isEmpty()));
        }
        JsonNode json = Json.read(link.getLastResponse().body());
        assertThat(Model.misfits(json, AccountLink.class)).isEmpty();
    }

    @Test
    void theBalanceIsOneOfTheClients() throws StripeException {
        Balance balance = shop.stripe.v1().balance().retrieve(shop.there());
        assertThat(Model.misfits(Json.read(balance.getLastResponse().body()), Balance.class))
                .isEmpty();
        assertThat(balance.getAvailable()).isNotEmpty();
    }

    @Test
    void everyEventCarriesAnObjectThatTheClientReads() {
        List<ObjectNode> events = shop.control.all(shop.account, "event");
        assertThat(events).hasSizeGreaterThan(80);
        for (ObjectNode event : events) {
            ObjectNode object = (ObjectNode) event.get("data").get("object");
            String kind = Json.text(object, "object");
            Class<? extends StripeObject> model = MODELS.get(kind);
            assertThat(model).as(Json.text(event, "type")).isNotNull();
            assertThat(Model.misfits(object, model)).isEmpty();
            assertThat(Documented.strangers(kind, object)).isEmpty();
            assertThat(StripeObject.deserializeStripeObject(
                            Json.write(object), model, com.stripe.net.ApiResource.getGlobalResponseGetter()))
                    .isNotNull();
        }
    }

    @Test
    void everyEventIsOneThatAnEndpointCanAskFor() {
        Set<String> known = java.util.Arrays.stream(com.stripe.param.WebhookEndpointCreateParams.EnabledEvent.values())
                .map(com.stripe.param.WebhookEndpointCreateParams.EnabledEvent::getValue)
                .collect(Collectors.toSet());
        Set<String> told = shop.control.all(shop.account, "event").stream()
                .map(event -> Json.text(event, "type"))
                .collect(Collectors.toSet());
        assertThat(known).containsAll(told);
        assertThat(told)
                .contains(
                        "setup_intent.created",
                        "setup_intent.requires_action",
                        "setup_intent.setup_failed",
                        "setup_intent.succeeded",
                        "payment_method.attached",
                        "payment_method.updated",
                        "payment_method.detached",
                        "customer.created",
                        "customer.updated",
                        "customer.deleted",
                        "payment_intent.requires_action",
                        "payment_intent.payment_failed",
                        "payment_intent.processing",
                        "payment_intent.canceled",
                        "charge.succeeded",
                        "charge.failed",
                        "charge.refunded",
                        "refund.created",
                        "refund.updated",
                        "refund.failed",
                        "charge.dispute.created",
                        "charge.dispute.updated",
                        "charge.dispute.closed",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.funds_reinstated",
                        "payout.created",
                        "payout.updated",
                        "payout.paid",
                        "payout.failed",
                        "payout.canceled",
                        "account.updated");
    }

    @Test
    void theWalkReachedEveryKind() {
        for (String kind : MODELS.keySet()) {
            boolean platforms = Set.of("webhook_endpoint", "v2.core.account").contains(kind);
            if (!kind.equals("account")) {
                assertThat(shop.control.all(platforms ? "" : shop.account, kind))
                        .as(kind)
                        .isNotEmpty();
            }
        }
        assertThat(shop.control.all("", "v2.core.event")).isNotEmpty();
    }

    @Test
    void whatIsOneOfAFewIsOneThatStripeDocuments() {
        for (String kind : Documented.kinds()) {
            assertThat(shop.control.all(shop.account, kind))
                    .isNotEmpty()
                    .allSatisfy(object ->
                            assertThat(Documented.strangers(kind, object)).isEmpty());
        }
    }

    /** Over the objects as they are and as events told of them. */
    @ParameterizedTest
    @ValueSource(strings = {"setup_intent", "refund", "payout", "checkout.session"})
    void theWalkSawNearlyEveryStatus(String kind) {
        Set<String> seen = shop.control.all(shop.account, "event").stream()
                .map(event -> event.path("data").path("object"))
                .filter(object -> object.path("object").asString("").equals(kind))
                .map(object -> object.path("status").asString(""))
                .collect(Collectors.toSet());
        Set<String> never =
                Set.of("requires_confirmation", "processing", "open", "canceled", "requires_payment_method");
        assertThat(seen)
                .containsAll(Documented.statuses(kind).stream()
                        .filter(status -> !never.contains(status))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount=8450&currency=gbp&payment_method_types[]=card&payment_method=pm_card_chargeDeclined&confirm=true",
                "amount=8450&currency=gbp&payment_method_types[]=card&payment_method=pm_card_authenticationRequired"
                        + "&confirm=true&off_session=true",
                "amount=1&currency=gbp",
                "amount=8450",
                "colour=green",
                "amount=8450&currency=gbp&customer=cus_none"
            })
    void everyRefusalIsOneOfTheClients(String form) throws IOException, InterruptedException {
        shop.control.activate(shop.account);
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(shop.emulator.address() + "/v1/payment_intents"))
                            .header("Authorization", "Bearer " + EmulatorOptions.SECRET_KEY)
                            .header("Stripe-Account", shop.account)
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(Model.misfits(Json.read(answer.body()).get("error"), StripeError.class))
                    .isEmpty();
        }
    }

    @Test
    void theCheckItselfFindsWhatDoesNotFit() {
        JsonNode wrong = Json.read("""
                {"id": "ch_1", "amount": "84.50", "colour": "green", "outcome": {"mood": "good"}, "refunds": 3}
                """);
        assertThat(Model.misfits(wrong, Charge.class))
                .containsExactlyInAnyOrder(
                        "Charge.amount is not of Long",
                        "Charge.colour is unknown",
                        "Charge.outcome.mood is unknown",
                        "Charge.refunds is not an object");
        assertThat(Documented.strangers("refund", Json.read("""
                {"status": "eaten", "reason": "duplicate"}
                """))).containsExactly("refund.status is eaten");
    }
}
