package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Setup intents over the API: made, read, confirmed, cancelled. */
final class SetupIntents {

    private static final Set<String> CREATE = Set.of(
            "customer",
            "description",
            "metadata",
            "usage",
            "payment_method",
            "payment_method_types[]",
            "automatic_payment_methods[enabled]",
            "automatic_payment_methods[allow_redirects]",
            "confirm",
            "return_url",
            "expand[]");
    private static final Set<String> CONFIRM = Set.of("payment_method", "return_url", "expand[]");
    private static final Set<String> CANCEL = Set.of("cancellation_reason", "expand[]");
    private static final Set<String> LIST = Lists.paramsByTime("customer", "payment_method");
    private static final Set<String> REASONS = Set.of("abandoned", "duplicate", "requested_by_customer");

    private final World world;
    private final PaymentMethods methods;
    private final Setups setups;

    SetupIntents(World world, PaymentMethods methods, Setups setups) {
        this.world = world;
        this.methods = methods;
        this.setups = setups;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/setup_intents", CREATE, this::create)
                .on(
                        "GET",
                        "/v1/setup_intents",
                        LIST,
                        call -> Lists.of(
                                world, call, Setups.KIND, Lists.having(call.params(), "customer", "payment_method")))
                .on("GET", "/v1/setup_intents/{id}", Set.of("expand[]"), call -> Reply.ok(intent(call)))
                .on("POST", "/v1/setup_intents/{id}/confirm", CONFIRM, this::confirm)
                .on("POST", "/v1/setup_intents/{id}/cancel", CANCEL, this::cancel);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        boolean confirm = params.isTrue("confirm");
        if (!confirm && params.has("return_url")) {
            throw StripeError.invalid(null, "return_url may only be sent with confirm.", "return_url");
        }
        String usage =
                params.oneOf("usage", Set.of("off_session", "on_session")).orElse("off_session");
        ObjectNode draft = Json.object();
        MethodTypes.apply(draft, params);
        String customer = params.text("customer").orElse("");
        if (!customer.isEmpty()) {
            world.named(call.account(), Customers.KIND, customer, "customer");
            draft.put("customer", customer);
        }
        params.text("description").ifPresent(text -> draft.put("description", text));
        if (confirm) {
            params.required("payment_method");
            MethodTypes.checkReturn(draft, params);
        }
        if (params.text("payment_method").isPresent()) {
            ObjectNode method = methods.find(call.account(), params.required("payment_method"));
            methods.usable(call.account(), method, customer);
            draft.put("payment_method", Json.text(method, "id")).put("status", "requires_confirmation");
        }
        ObjectNode intent = setups.intent(call.account(), usage, params.under("metadata"));
        draft.forEachEntry(intent::set);
        world.tell(call.account(), "setup_intent.created", intent);
        return confirm ? tried(call, intent) : Reply.ok(intent);
    }

    private Reply confirm(Call call) throws StripeError {
        ObjectNode intent = intent(call);
        unbound(call.account(), intent);
        Set<String> confirmable = Set.of("requires_payment_method", "requires_confirmation", "requires_action");
        if (!confirmable.contains(Json.text(intent, "status"))) {
            throw unexpected("confirm", intent);
        }
        String id = call.params().text("payment_method").orElse(Json.text(intent, "payment_method"));
        if (id.isEmpty()) {
            throw StripeError.refused(
                    "setup_intent_unexpected_state",
                    "You cannot confirm this SetupIntent because it's missing a payment method.",
                    "payment_method");
        }
        MethodTypes.checkReturn(intent, call.params());
        ObjectNode method = methods.find(call.account(), id);
        methods.usable(call.account(), method, Json.text(intent, "customer"));
        intent.put("payment_method", Json.text(method, "id"));
        return tried(call, intent);
    }

    /** Tries to save the method it has. */
    private Reply tried(Call call, ObjectNode intent) throws StripeError {
        String account = call.account();
        call.params()
                .text("return_url")
                .ifPresent(url -> world.note(account, intent).put("return_url", url));
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        if (setups.attempt(account, intent, method)
                instanceof Attempt.Declined(TestCard.Decline decline, ObjectNode declined)) {
            throw StripeError.card(decline.code(), decline.declineCode(), decline.message())
                    .with("setup_intent", intent)
                    .with("payment_method", declined);
        }
        return Reply.ok(intent);
    }

    private Reply cancel(Call call) throws StripeError {
        ObjectNode intent = intent(call);
        unbound(call.account(), intent);
        String reason = call.params().oneOf("cancellation_reason", REASONS).orElse("");
        if (Set.of("succeeded", "canceled", "processing").contains(Json.text(intent, "status"))) {
            throw unexpected("cancel", intent);
        }
        setups.cancel(call.account(), intent, reason);
        return Reply.ok(intent);
    }

    /** Lets an intent pass that no Checkout session holds. */
    private void unbound(String account, ObjectNode intent) throws StripeError {
        if (world.note(account, intent).has("session")) {
            throw StripeError.refused(
                    "setup_intent_unexpected_state",
                    "This SetupIntent was created by a Checkout Session; expire the session instead.",
                    null);
        }
    }

    private ObjectNode intent(Call call) throws StripeError {
        return world.require(call.account(), Setups.KIND, call.variable("id"));
    }

    private static StripeError unexpected(String act, ObjectNode intent) {
        return StripeError.refused(
                        "setup_intent_unexpected_state",
                        "You cannot " + act + " this SetupIntent because it has a status of "
                                + Json.text(intent, "status") + ".",
                        null)
                .with("setup_intent", intent);
    }
}
