package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents over the API: made, read, confirmed with a card kept before, cancelled. */
final class PaymentIntents {

    static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "customer",
            "description",
            "metadata",
            "receipt_email",
            "statement_descriptor_suffix",
            "payment_method",
            "payment_method_types[]",
            "automatic_payment_methods[enabled]",
            "automatic_payment_methods[allow_redirects]",
            "confirm",
            "return_url",
            "off_session",
            "expand[]");
    static final Set<String> GET = Set.of("expand[]");
    static final Set<String> CONFIRM = Set.of("payment_method", "return_url", "off_session", "expand[]");
    static final Set<String> CANCEL = Set.of("cancellation_reason", "expand[]");
    static final Set<String> LIST = Set.of("limit", "starting_after", "customer", "expand[]");

    private final World world;
    private final Accounts accounts;
    private final PaymentMethods methods;
    private final Charging charging;

    PaymentIntents(World world, Accounts accounts, PaymentMethods methods, Charging charging) {
        this.world = world;
        this.accounts = accounts;
        this.methods = methods;
        this.charging = charging;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/payment_intents", this::create)
                .on("GET", "/v1/payment_intents", this::list)
                .on("GET", "/v1/payment_intents/{id}", this::get)
                .on("POST", "/v1/payment_intents/{id}/confirm", this::confirm)
                .on("POST", "/v1/payment_intents/{id}/cancel", this::cancel);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        params.allow(CREATE);
        accounts.mayCharge(call.account());
        String currency = Amounts.currency(params.required("currency"), "currency");
        params.required("amount");
        long amount = params.number("amount").orElseThrow();
        Amounts.check(amount, currency, "amount");
        ObjectNode intent = charging.intent(call.account(), amount, currency, params.under("metadata"));
        for (String copied : new String[] {"customer", "description", "receipt_email", "statement_descriptor_suffix"}) {
            params.text(copied).ifPresent(text -> intent.put(copied, text));
        }
        world.events().emit(call.account(), "payment_intent.created", intent);
        if (params.text("confirm").orElse("").equals("true")) {
            return confirm(call, intent);
        }
        if (params.text("payment_method").isPresent()) {
            ObjectNode method = methods.find(call.account(), params.required("payment_method"));
            intent.put("payment_method", Json.text(method, "id")).put("status", "requires_confirmation");
        }
        return Reply.ok(intent);
    }

    private Reply get(Call call) throws StripeError {
        call.params().allow(GET);
        ObjectNode intent = world.require(call.account(), "payment_intent", call.variable("id"));
        return Reply.ok(call.params().list("expand").contains("latest_charge") ? expanded(call, intent) : intent);
    }

    private ObjectNode expanded(Call call, ObjectNode intent) {
        ObjectNode charge = world.store().get(call.account(), Json.text(intent, "latest_charge"));
        ObjectNode copy = intent.deepCopy();
        return charge == null ? copy : copy.set("latest_charge", charge);
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        String customer = call.params().text("customer").orElse("");
        return Reply.ok(world.list(
                call,
                "payment_intent",
                intent -> customer.isEmpty() || Json.text(intent, "customer").equals(customer)));
    }

    private Reply confirm(Call call) throws StripeError {
        call.params().allow(CONFIRM);
        return confirm(call, world.require(call.account(), "payment_intent", call.variable("id")));
    }

    private Reply confirm(Call call, ObjectNode intent) throws StripeError {
        Set<String> confirmable = Set.of("requires_payment_method", "requires_confirmation", "requires_action");
        if (!confirmable.contains(Json.text(intent, "status"))) {
            throw unexpected("confirm", intent);
        }
        accounts.mayCharge(call.account());
        String id = call.params().text("payment_method").orElse(Json.text(intent, "payment_method"));
        if (id.isEmpty()) {
            throw StripeError.invalid(
                    "payment_intent_unexpected_state",
                    "You must provide a payment_method to confirm.",
                    "payment_method");
        }
        ObjectNode method = methods.find(call.account(), id);
        call.params()
                .text("return_url")
                .ifPresent(url -> world.store()
                        .note(call.account(), Json.text(intent, "id"))
                        .put("return_url", url));
        Attempt attempt = charging.attempt(call.account(), intent, method);
        if (attempt instanceof Attempt.Declined(TestCard.Decline decline)) {
            throw StripeError.card(decline.code(), decline.declineCode(), decline.message(), intent);
        }
        return Reply.ok(intent);
    }

    private Reply cancel(Call call) throws StripeError {
        call.params().allow(CANCEL);
        ObjectNode intent = world.require(call.account(), "payment_intent", call.variable("id"));
        if (world.store().note(call.account(), Json.text(intent, "id")).has("session")) {
            throw StripeError.invalid(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent was created by a Checkout Session; expire the session instead.",
                    null);
        }
        if (Set.of("succeeded", "canceled", "processing").contains(Json.text(intent, "status"))) {
            throw unexpected("cancel", intent);
        }
        charging.cancel(
                call.account(),
                intent,
                call.params().text("cancellation_reason").orElse(""));
        return Reply.ok(intent);
    }

    private static StripeError unexpected(String act, ObjectNode intent) {
        return StripeError.invalid(
                "payment_intent_unexpected_state",
                "You cannot " + act + " this PaymentIntent because it has a status of " + Json.text(intent, "status")
                        + ".",
                null);
    }
}
