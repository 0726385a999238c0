package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.Account;
import com.stripe.model.v2.core.AccountLink;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the emulator emits, on a long walk through all it can do, is what Stripe's client would read. */
class ContractTest {

    private static final Map<String, Class<? extends StripeObject>> MODELS = Map.of(
            "charge", Charge.class,
            "checkout.session", Session.class,
            "customer", Customer.class,
            "event", Event.class,
            "payment_intent", PaymentIntent.class,
            "payment_method", PaymentMethod.class,
            "refund", Refund.class,
            "webhook_endpoint", WebhookEndpoint.class,
            "account", com.stripe.model.Account.class,
            "v2.core.account", Account.class);

    private static final Set<String> INTENT_STATUSES = Set.of(
            "requires_payment_method",
            "requires_confirmation",
            "requires_action",
            "processing",
            "requires_capture",
            "canceled",
            "succeeded");

    private static Shop shop;
    private static AccountLink link;

    @BeforeAll
    static void walk() throws IOException, StripeException {
        shop = new Shop(EmulatorOptions.defaults());
        shop.control.pay(shop.account, shop.open(8450, "gbp").getId(), TestCard.VISA);
        Session retried = shop.open(8450, "jpy");
        shop.control.pay(shop.account, retried.getId(), TestCard.DECLINED);
        shop.control.pay(shop.account, retried.getId(), TestCard.CHECK_ALWAYS);
        shop.control.finishCheck(shop.account, shop.read(retried).getPaymentIntent(), false);
        shop.control.pay(shop.account, retried.getId(), TestCard.CHECK_ALWAYS);
        Session debit = shop.open(8450, "eur");
        shop.control.payByDebit(shop.account, debit.getId());
        shop.control.settleDebit(shop.account, shop.read(debit).getPaymentIntent(), true);
        shop.open(8450, "kwd");
        String paid = Json.text(shop.control.all(shop.account, "charge").getLast(), "payment_intent");
        shop.stripe
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(paid).build(), shop.there());
        shop.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setName("Ana").build(), shop.there());
        shop.stripe
                .v1()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl("http://localhost:1/hook")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__REFUNDED)
                        .build());
        link = shop.stripe
                .v2()
                .core()
                .accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(shop.account)
                        .setUseCase(UseCase.builder()
                                .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                                .setAccountOnboarding(AccountOnboarding.builder()
                                        .addConfiguration(AccountOnboarding.Configuration.MERCHANT)
                                        .setReturnUrl("http://shop.example/done")
                                        .setRefreshUrl("http://shop.example/again")
                                        .build())
                                .build())
                        .build());
        shop.control.disable(shop.account);
        shop.control.advance(Duration.ofHours(25));
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
    void everyEventCarriesAnObjectThatTheClientReads() {
        List<ObjectNode> events = shop.control.all(shop.account, "event");
        assertThat(events).hasSizeGreaterThan(15);
        for (ObjectNode event : events) {
            ObjectNode object = (ObjectNode) event.get("data").get("object");
            Class<? extends StripeObject> model = MODELS.get(Json.text(object, "object"));
            assertThat(model).as(Json.text(event, "type")).isNotNull();
            assertThat(Model.misfits(object, model)).isEmpty();
            assertThat(StripeObject.deserializeStripeObject(
                            Json.write(object), model, com.stripe.net.ApiResource.getGlobalResponseGetter()))
                    .isNotNull();
        }
    }

    @Test
    void theWalkReachedEveryKind() {
        for (String kind : List.of("charge", "checkout.session", "customer", "event", "payment_intent", "refund")) {
            assertThat(shop.control.all(shop.account, kind)).as(kind).isNotEmpty();
        }
        assertThat(shop.control.all("", "v2.core.account")).isNotEmpty();
        assertThat(shop.control.all("", "v2.core.event")).isNotEmpty();
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
    }

    @Test
    void statusesAreThoseThatStripeDocuments() {
        List<String> sessionStatuses = Arrays.stream(SessionListParams.Status.values())
                .map(SessionListParams.Status::getValue)
                .toList();
        assertThat(shop.control.all(shop.account, "checkout.session"))
                .allSatisfy(session -> assertThat(Json.text(session, "status")).isIn(sessionStatuses))
                .extracting(session -> Json.text(session, "status"))
                .contains("complete", "expired");
        assertThat(shop.control.all(shop.account, "payment_intent"))
                .allSatisfy(intent -> assertThat(Json.text(intent, "status")).isIn(INTENT_STATUSES));
    }
}
