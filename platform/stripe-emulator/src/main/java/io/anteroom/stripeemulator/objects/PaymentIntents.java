package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.accounts.Accounts;
import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.Charging.Manner;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Amounts;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents over the API: made, read, changed, confirmed with a card kept before, cancelled. */
final class PaymentIntents {

    private static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "customer",
            "description",
            "metadata",
            "receipt_email",
            "statement_descriptor_suffix",
            "setup_future_usage",
            "capture_method",
            "payment_method",
            "payment_method_types[]",
            "automatic_payment_methods[enabled]",
            "automatic_payment_methods[allow_redirects]",
            "confirm",
            "return_url",
            "off_session",
            "error_on_requires_action",
            "expand[]");
    private static final Set<String> UPDATE = Set.of(
            "amount",
            "customer",
            "description",
            "metadata",
            "payment_method",
            "receipt_email",
            "setup_future_usage",
            "statement_descriptor_suffix",
            "expand[]");
    private static final Set<String> CONFIRM = Set.of(
            "payment_method",
            "return_url",
            "off_session",
            "error_on_requires_action",
            "setup_future_usage",
            "receipt_email",
            "expand[]");
    private static final Set<String> CANCEL = Set.of("cancellation_reason", "expand[]");
    private static final Set<String> LIST = Lists.paramsByTime("customer");
    private static final Set<String> REASONS = Set.of("abandoned", "duplicate", "fraudulent", "requested_by_customer");
    private static final Set<String> USAGES = Set.of("off_session", "on_session");
    private static final Set<String> AWAY = Set.of("true", "one_off", "recurring");

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
        routes.on("POST", "/v1/payment_intents", CREATE, this::create)
                .on("GET", "/v1/payment_intents", LIST, this::list)
                .on("GET", "/v1/payment_intents/{id}", Set.of("expand[]"), call -> Reply.ok(intent(call)))
                .on("POST", "/v1/payment_intents/{id}", UPDATE, this::update)
                .on("POST", "/v1/payment_intents/{id}/confirm", CONFIRM, this::confirm)
                .on("POST", "/v1/payment_intents/{id}/cancel", CANCEL, this::cancel);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        params.oneOf("capture_method", Set.of("automatic", "automatic_async"));
        boolean confirm = params.isTrue("confirm");
        if (!confirm
                && (params.has("off_session") || params.has("return_url") || params.has("error_on_requires_action"))) {
            throw StripeError.invalid(
                    null, "off_session, return_url and error_on_requires_action may only be sent with confirm.", null);
        }
        accounts.mayCharge(call.account());
        String currency = Amounts.currency(params.required("currency"), "currency");
        params.required("amount");
        long amount = params.number("amount").orElseThrow();
        Amounts.check(amount, currency, "amount");
        params.oneOf("setup_future_usage", USAGES);
        ObjectNode draft = Json.object();
        details(call, draft);
        MethodTypes.apply(draft, params);
        if (confirm) {
            params.required("payment_method");
            MethodTypes.checkReturn(draft, params);
        }
        if (params.text("payment_method").isPresent()) {
            ObjectNode method = methods.find(call.account(), params.required("payment_method"));
            methods.usable(call.account(), method, Json.text(draft, "customer"));
            draft.put("payment_method", Json.text(method, "id")).put("status", "requires_confirmation");
        }
        ObjectNode intent = charging.intent(call.account(), amount, currency, params.under("metadata"));
        params.text("capture_method").ifPresent(value -> intent.put("capture_method", value));
        draft.forEachEntry(intent::set);
        world.tell(call.account(), "payment_intent.created", intent);
        return confirm ? tried(call, intent) : Reply.ok(intent);
    }

    private Reply list(Call call) throws StripeError {
        Params params = call.params();
        if (params.text("customer").isPresent()) {
            world.named(call.account(), Customers.KIND, params.required("customer"), "customer");
        }
        return Lists.of(world, call, Charging.KIND, Lists.having(params, "customer"));
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode intent = intent(call);
        unbound(call.account(), intent);
        if (!Set.of("requires_payment_method", "requires_confirmation", "requires_action")
                .contains(Json.text(intent, "status"))) {
            throw unexpected("update", intent);
        }
        Params params = call.params();
        if (params.text("amount").isPresent()) {
            long amount = params.number("amount").orElseThrow();
            Amounts.check(amount, Json.text(intent, "currency"), "amount");
            intent.put("amount", amount);
        }
        details(call, intent);
        params.under("metadata").forEach(((ObjectNode) intent.get("metadata"))::put);
        if (params.text("payment_method").isPresent()) {
            ObjectNode method = methods.find(call.account(), params.required("payment_method"));
            methods.usable(call.account(), method, Json.text(intent, "customer"));
            intent.put("payment_method", Json.text(method, "id"))
                    .put("status", "requires_confirmation")
                    .putNull("next_action");
        }
        return Reply.ok(intent);
    }

    private void details(Call call, ObjectNode intent) throws StripeError {
        Params params = call.params();
        String customer = params.text("customer").orElse("");
        if (!customer.isEmpty()) {
            world.named(call.account(), Customers.KIND, customer, "customer");
            intent.put("customer", customer);
        }
        params.oneOf("setup_future_usage", USAGES).ifPresent(usage -> intent.put("setup_future_usage", usage));
        for (String copied : new String[] {"description", "receipt_email", "statement_descriptor_suffix"}) {
            params.text(copied).ifPresent(text -> intent.put(copied, text));
        }
    }

    private Reply confirm(Call call) throws StripeError {
        ObjectNode intent = intent(call);
        unbound(call.account(), intent);
        Set<String> confirmable = Set.of("requires_payment_method", "requires_confirmation", "requires_action");
        if (!confirmable.contains(Json.text(intent, "status"))) {
            throw unexpected("confirm", intent);
        }
        accounts.mayCharge(call.account());
        Params params = call.params();
        String id = params.text("payment_method").orElse(Json.text(intent, "payment_method"));
        if (id.isEmpty()) {
            throw StripeError.refused(
                    "payment_intent_unexpected_state",
                    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update"
                            + " the PaymentIntent with a payment method and then confirm it again, or confirm it again"
                            + " directly with a payment method.",
                    "payment_method");
        }
        MethodTypes.checkReturn(intent, params);
        ObjectNode method = methods.find(call.account(), id);
        methods.usable(call.account(), method, Json.text(intent, "customer"));
        params.oneOf("setup_future_usage", USAGES).ifPresent(usage -> intent.put("setup_future_usage", usage));
        params.text("receipt_email").ifPresent(email -> intent.put("receipt_email", email));
        intent.put("payment_method", Json.text(method, "id"));
        return tried(call, intent);
    }

    /** Tries to take the money with the method it has. */
    private Reply tried(Call call, ObjectNode intent) throws StripeError {
        Params params = call.params();
        boolean away = AWAY.contains(params.text("off_session").orElse(""));
        if (away && !Json.text(intent, "setup_future_usage").isEmpty()) {
            throw StripeError.invalid(
                    null,
                    "You cannot confirm with `off_session=true` when `setup_future_usage` is also set on the"
                            + " PaymentIntent.",
                    "off_session");
        }
        String account = call.account();
        params.text("return_url").ifPresent(url -> world.note(account, intent).put("return_url", url));
        ObjectNode method = world.require(account, PaymentMethods.KIND, Json.text(intent, "payment_method"));
        Manner present = params.isTrue("error_on_requires_action") ? Manner.WITHOUT_BANK : Manner.ON_SESSION;
        Attempt attempt = charging.attempt(account, intent, method, away ? Manner.OFF_SESSION : present);
        if (attempt instanceof Attempt.Declined(TestCard.Decline decline, ObjectNode declined)) {
            throw StripeError.card(decline.code(), decline.declineCode(), decline.message())
                    .ofCharge(Json.text(intent, "latest_charge"))
                    .with("payment_intent", intent)
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
        charging.cancel(call.account(), intent, reason);
        return Reply.ok(intent);
    }

    /** Lets an intent pass that no Checkout session holds. */
    private void unbound(String account, ObjectNode intent) throws StripeError {
        if (world.note(account, intent).has("session")) {
            throw StripeError.refused(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent was created by a Checkout Session; expire the session instead.",
                    null);
        }
    }

    private ObjectNode intent(Call call) throws StripeError {
        return world.require(call.account(), Charging.KIND, call.variable("id"));
    }

    private static StripeError unexpected(String act, ObjectNode intent) {
        return StripeError.refused(
                        "payment_intent_unexpected_state",
                        "You cannot " + act + " this PaymentIntent because it has a status of "
                                + Json.text(intent, "status") + ".",
                        null)
                .with("payment_intent", intent);
    }
}
