package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.accounts.Accounts;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Amounts;
import io.anteroom.stripeemulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Makes Checkout sessions: {@code mode=payment} for a sum, {@code mode=setup} to save a card. */
final class CheckoutOpening {

    static final Set<String> PARAMS = Set.of(
            "mode",
            "success_url",
            "cancel_url",
            "client_reference_id",
            "currency",
            "customer",
            "customer_creation",
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
            "payment_intent_data[setup_future_usage]",
            "payment_intent_data[statement_descriptor_suffix]",
            "setup_intent_data[description]",
            "setup_intent_data[metadata]",
            "saved_payment_method_options[payment_method_save]",
            "saved_payment_method_options[payment_method_remove]",
            "saved_payment_method_options[allow_redisplay_filters][]");

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Set<String> SWITCH = Set.of("enabled", "disabled");

    private final World world;
    private final Accounts accounts;
    private final Setups setups;

    CheckoutOpening(World world, Accounts accounts, Setups setups) {
        this.world = world;
        this.accounts = accounts;
        this.setups = setups;
    }

    ObjectNode open(String account, Params params) throws StripeError {
        String mode = params.required("mode");
        if (!Set.of("payment", "setup").contains(mode)) {
            throw StripeError.invalid("parameter_invalid", "Only payment and setup are known here.", "mode");
        }
        accounts.mayCharge(account);
        ObjectNode session = common(account, params, mode);
        if (mode.equals("setup")) {
            setup(account, session, params);
        } else {
            payment(session, params);
        }
        world.store().put(account, session);
        remember(account, session, params);
        return session;
    }

    private ObjectNode common(String account, Params params, String mode) throws StripeError {
        String id = "cs_test_" + world.ids().letters(58);
        String customer = params.text("customer").orElse("");
        if (!customer.isEmpty()) {
            world.named(account, Customers.KIND, customer, "customer");
            clash(params, "customer_email");
            clash(params, "customer_creation");
        }
        return world.begin(CheckoutSessions.KIND, id, params.under("metadata"))
                .put("mode", mode)
                .put("status", "open")
                .put("success_url", params.required("success_url"))
                .put("cancel_url", params.text("cancel_url").orElse(null))
                .put("client_reference_id", params.text("client_reference_id").orElse(null))
                .put("customer", customer.isEmpty() ? null : customer)
                .put(
                        "customer_creation",
                        customer.isEmpty()
                                ? params.oneOf("customer_creation", Set.of("always", "if_required"))
                                        .orElse("if_required")
                                : null)
                .put("customer_email", params.text("customer_email").orElse(null))
                .putNull("customer_details")
                .put("expires_at", expiry(params))
                .put("locale", params.text("locale").orElse(null))
                .putNull("payment_intent")
                .putNull("setup_intent")
                .putNull("saved_payment_method_options")
                .put("submit_type", params.text("submit_type").orElse(null))
                .put("ui_mode", "hosted_page")
                .put("url", world.address() + "/pay/" + (account.isEmpty() ? Bank.PLATFORM : account) + "/" + id);
    }

    private static void clash(Params params, String other) throws StripeError {
        if (params.text(other).isPresent()) {
            throw StripeError.invalid(
                    null, "You may only specify one of these parameters: customer, " + other + ".", other);
        }
    }

    private void payment(ObjectNode session, Params params) throws StripeError {
        String currency = Amounts.currency(
                params.required("line_items[0][price_data][currency]"), "line_items[0][price_data][currency]");
        long total = total(params, currency);
        Amounts.check(total, currency, "line_items[0][price_data][unit_amount]");
        params.oneOf("payment_intent_data[setup_future_usage]", Set.of("off_session", "on_session"));
        session.put("payment_status", "unpaid")
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("currency", currency);
        types(session, params, currency);
        if (session.hasNonNull("customer")) {
            String saved = "saved_payment_method_options";
            List<String> filters = params.list(saved + "[allow_redisplay_filters]");
            ObjectNode options = session.putObject(saved)
                    .put(
                            "payment_method_remove",
                            params.oneOf(saved + "[payment_method_remove]", SWITCH)
                                    .orElse("disabled"))
                    .put(
                            "payment_method_save",
                            params.oneOf(saved + "[payment_method_save]", SWITCH)
                                    .orElse("disabled"));
            options.set("allow_redisplay_filters", Json.array(filters.isEmpty() ? List.of("always") : filters));
        }
    }

    private void setup(String account, ObjectNode session, Params params) throws StripeError {
        String currency = params.text("currency").orElse("");
        if (currency.isEmpty() && params.list("payment_method_types").isEmpty()) {
            throw StripeError.invalid(
                    "parameter_missing",
                    "You must provide `currency` in `setup` mode when `payment_method_types` is not set.",
                    "currency");
        }
        if (params.text("line_items[0][quantity]").isPresent()) {
            throw StripeError.invalid(null, "You can not pass `line_items` in `setup` mode.", "line_items");
        }
        session.put("payment_status", "no_payment_required")
                .putNull("amount_subtotal")
                .putNull("amount_total")
                .put("currency", currency.isEmpty() ? null : Amounts.currency(currency, "currency"));
        types(session, params, currency);
        ObjectNode intent = setups.intent(account, "off_session", params.under("setup_intent_data[metadata]"));
        intent.set("customer", session.get("customer"));
        params.text("setup_intent_data[description]").ifPresent(text -> intent.put("description", text));
        session.put("setup_intent", Json.text(intent, "id"));
        world.note(account, intent)
                .put("session", Json.text(session, "id"))
                .put("return_url", Json.text(session, "url"));
        world.tell(account, "setup_intent.created", intent);
    }

    private static long total(Params params, String currency) throws StripeError {
        long total = 0;
        for (int i = 0;
                params.text("line_items[" + i + "][price_data][currency]").isPresent();
                i++) {
            String item = "line_items[" + i + "]";
            if (!params.required(item + "[price_data][currency]").equalsIgnoreCase(currency)) {
                throw StripeError.invalid(
                        null, "All prices on a Checkout Session must use the same currency.", item + "[price_data]");
            }
            params.required(item + "[price_data][unit_amount]");
            params.required(item + "[price_data][product_data][name]");
            long each = params.number(item + "[price_data][unit_amount]").orElseThrow();
            params.required(item + "[quantity]");
            long quantity = params.number(item + "[quantity]").orElseThrow();
            if (each < 0 || quantity < 1) {
                throw StripeError.invalid("parameter_invalid_integer", "Invalid non-negative integer", item);
            }
            total = Math.addExact(total, Math.multiplyExact(each, quantity));
        }
        return total;
    }

    private static List<String> names(Params params) {
        return IntStream.iterate(0, at -> at + 1)
                .mapToObj(at -> params.text("line_items[" + at + "][price_data][product_data][name]"))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** What was named; else cards, and in euros a debit of the bank account. */
    private static void types(ObjectNode session, Params params, String currency) {
        List<String> named = params.list("payment_method_types");
        List<String> offered = currency.equals("eur") ? List.of("card", "sepa_debit") : List.of("card");
        session.set("payment_method_types", Json.array(named.isEmpty() ? offered : named));
    }

    /** What the page shows, and what the payment intent is to carry once there is one. */
    private void remember(String account, ObjectNode session, Params params) {
        ObjectNode note = world.note(account, session);
        note.put("title", String.join(", ", names(params)));
        ObjectNode forIntent = note.putObject("intent");
        params.under("payment_intent_data").forEach((name, value) -> {
            if (!name.startsWith("metadata")) {
                forIntent.put(name, value);
            }
        });
        params.under("payment_intent_data[metadata]").forEach(note.putObject("intent_metadata")::put);
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
}
