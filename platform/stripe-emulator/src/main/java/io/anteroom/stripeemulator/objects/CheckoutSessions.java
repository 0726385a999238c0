package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions over the API, payment mode: made, read, listed, expired. {@link HostedCheckout} is their page. */
final class CheckoutSessions {

    static final String KIND = "checkout.session";
    static final Set<String> GET = Set.of("expand[]");
    static final Set<String> LIST =
            Set.of("limit", "starting_after", "payment_intent", "status", "customer", "expand[]");
    static final Set<String> CREATE = Set.of(
            "mode",
            "success_url",
            "cancel_url",
            "client_reference_id",
            "customer",
            "customer_email",
            "expires_at",
            "locale",
            "submit_type",
            "metadata",
            "expand[]",
            "payment_method_types[]",
            "line_items[][quantity]",
            "line_items[][price_data][currency]",
            "line_items[][price_data][unit_amount]",
            "line_items[][price_data][product_data][name]",
            "line_items[][price_data][product_data][description]",
            "payment_intent_data[description]",
            "payment_intent_data[metadata]",
            "payment_intent_data[receipt_email]",
            "payment_intent_data[statement_descriptor_suffix]");

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final World world;
    private final Accounts accounts;
    private final Charging charging;

    CheckoutSessions(World world, Accounts accounts, Charging charging) {
        this.world = world;
        this.accounts = accounts;
        this.charging = charging;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/checkout/sessions", this::create)
                .on("GET", "/v1/checkout/sessions", this::list)
                .on("GET", "/v1/checkout/sessions/{id}", this::get)
                .on("POST", "/v1/checkout/sessions/{id}/expire", this::expire);
    }

    /** The session, expired if its time has come. */
    ObjectNode require(String account, String id) throws StripeError {
        ObjectNode session = world.require(account, KIND, id);
        if (isOpen(session)
                && world.clock().seconds() >= session.get("expires_at").asLong()) {
            close(account, session);
        }
        return session;
    }

    static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }

    /** Expires every session whose time has come. */
    void expireDue() throws StripeError {
        for (String account : world.store().accounts()) {
            for (ObjectNode session : world.store().all(account, KIND)) {
                require(account, Json.text(session, "id"));
            }
        }
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        params.allow(CREATE);
        if (!params.required("mode").equals("payment")) {
            throw StripeError.invalid("parameter_invalid", "Only mode=payment is known here.", "mode");
        }
        accounts.mayCharge(call.account());
        String currency = Amounts.currency(
                params.required("line_items[0][price_data][currency]"), "line_items[0][price_data][currency]");
        long total = total(params);
        Amounts.check(total, currency, "line_items[0][price_data][unit_amount]");
        ObjectNode session = body(call.account(), params, currency, total);
        remember(call.account(), session, params);
        return Reply.ok(session);
    }

    private static long total(Params params) throws StripeError {
        long total = 0;
        for (int i = 0;
                params.text("line_items[" + i + "][price_data][currency]").isPresent();
                i++) {
            String item = "line_items[" + i + "]";
            params.required(item + "[price_data][unit_amount]");
            params.required(item + "[price_data][product_data][name]");
            long each = params.number(item + "[price_data][unit_amount]").orElseThrow();
            params.required(item + "[quantity]");
            total = Math.addExact(
                    total,
                    Math.multiplyExact(each, params.number(item + "[quantity]").orElseThrow()));
        }
        return total;
    }

    private ObjectNode body(String account, Params params, String currency, long total) throws StripeError {
        String id = "cs_test_" + world.ids().letters(58);
        ObjectNode session = world.begin(KIND, id, params.under("metadata"))
                .put("mode", "payment")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("currency", currency)
                .put("success_url", params.required("success_url"))
                .put("cancel_url", params.text("cancel_url").orElse(null))
                .put("client_reference_id", params.text("client_reference_id").orElse(null))
                .put("customer", customer(account, params))
                .put("customer_creation", "if_required")
                .put("customer_email", params.text("customer_email").orElse(null))
                .putNull("customer_details")
                .put("expires_at", expiry(params))
                .put("locale", params.text("locale").orElse(null))
                .putNull("payment_intent")
                .put("submit_type", params.text("submit_type").orElse(null))
                .put("ui_mode", "hosted_page")
                .put("url", world.address() + "/pay/" + (account.isEmpty() ? "platform" : account) + "/" + id);
        List<String> types = params.list("payment_method_types");
        session.set("payment_method_types", Json.array(types.isEmpty() ? offered(currency) : types));
        return session;
    }

    /** What an account offers where the caller names nothing: cards, and in euros a debit of the bank account. */
    private static List<String> offered(String currency) {
        return currency.equals("eur") ? List.of("card", "sepa_debit") : List.of("card");
    }

    private void remember(String account, ObjectNode session, Params params) {
        world.store().put(account, session);
        ObjectNode note = world.store().note(account, Json.text(session, "id"));
        note.put(
                "title",
                params.text("line_items[0][price_data][product_data][name]").orElse(""));
        Map<String, String> forIntent = params.under("payment_intent_data").entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("metadata"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        forIntent.forEach(note.putObject("intent")::put);
        params.under("payment_intent_data[metadata]").forEach(note.putObject("intent_metadata")::put);
    }

    private @Nullable String customer(String account, Params params) throws StripeError {
        String id = params.text("customer").orElse("");
        return id.isEmpty() ? null : Json.text(world.require(account, "customer", id), "id");
    }

    private long expiry(Params params) throws StripeError {
        long now = world.clock().seconds();
        long at = params.number("expires_at").orElse(now + LONGEST.toSeconds());
        if (at < now + SHORTEST.toSeconds() || at > now + LONGEST.toSeconds()) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session"
                            + " creation.",
                    "expires_at");
        }
        return at;
    }

    private Reply get(Call call) throws StripeError {
        call.params().allow(GET);
        ObjectNode session = require(call.account(), call.variable("id"));
        return Reply.ok(Expansion.of(world, call, session));
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        expireDue();
        return Reply.ok(world.list(
                call,
                KIND,
                session -> Set.of("payment_intent", "status", "customer").stream()
                        .allMatch(key -> call.params()
                                .text(key)
                                .map(wanted -> Json.text(session, key).equals(wanted))
                                .orElse(true))));
    }

    private Reply expire(Call call) throws StripeError {
        call.params().allow(GET);
        ObjectNode session = require(call.account(), call.variable("id"));
        if (!isOpen(session)) {
            throw StripeError.invalid(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of `" + Json.text(session, "status") + "`.",
                    null);
        }
        close(call.account(), session);
        return Reply.ok(session);
    }

    private void close(String account, ObjectNode session) {
        session.put("status", "expired").putNull("url");
        ObjectNode intent = world.store().get(account, Json.text(session, "payment_intent"));
        if (intent != null) {
            charging.cancel(account, intent, "abandoned");
        }
        world.events().emit(account, "checkout.session.expired", session);
    }
}
