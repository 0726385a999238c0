package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.money.Ledger;
import io.anteroom.stripeemulator.money.RefundLife;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charges: each try to take the money of one payment intent, whether it went well or not. */
final class Charges {

    static final String KIND = "charge";

    private static final Set<String> LIST = Lists.paramsByTime("payment_intent", "customer");
    private static final Set<String> UPDATE = Set.of("description", "metadata", "expand[]");

    /** What a charge says of a card that its payment method says too. */
    private static final Set<String> OF_THE_CARD =
            Set.of("brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4", "wallet");

    private final World world;
    private final Ledger ledger;

    Charges(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    void routes(Routes routes) {
        routes.on(
                        "GET",
                        "/v1/charges",
                        LIST,
                        call -> Lists.of(world, call, KIND, Lists.having(call.params(), "payment_intent", "customer")))
                .on("GET", "/v1/charges/{id}", Set.of("expand[]"), call -> Reply.ok(charge(call)))
                .on("POST", "/v1/charges/{id}", UPDATE, this::update);
    }

    /**
     * Money taken.
     *
     * @param checked whether the bank saw the person
     */
    ObjectNode succeed(String account, ObjectNode intent, ObjectNode method, TestCard.After after, boolean checked) {
        long amount = intent.get("amount").asLong();
        ObjectNode charge = begin(intent, method, checked)
                .put("status", "succeeded")
                .put("paid", true)
                .put("captured", true)
                .put("amount_captured", amount)
                .putNull("failure_code")
                .putNull("failure_message");
        charge.put("receipt_url", world.address() + "/receipts/" + Json.text(charge, "id"));
        outcome(charge, "authorized", "approved_by_network", "normal", "Payment complete.")
                .putNull("reason");
        charge.put("balance_transaction", ledger.charged(account, charge, after == TestCard.After.AVAILABLE));
        ObjectNode note = world.note(account, charge);
        if (after == TestCard.After.REFUND_PENDING) {
            note.put(RefundLife.MANNER, "pending");
        } else if (after == TestCard.After.REFUND_FAILS) {
            note.put(RefundLife.MANNER, "fails");
        }
        return keep(account, charge, "charge.succeeded");
    }

    /** Money refused. */
    ObjectNode fail(String account, ObjectNode intent, ObjectNode method, TestCard.Decline decline, boolean checked) {
        ObjectNode charge = begin(intent, method, checked)
                .put("status", "failed")
                .put("paid", false)
                .put("captured", false)
                .put("amount_captured", 0)
                .putNull("balance_transaction")
                .putNull("receipt_url")
                .put("failure_code", decline.code())
                .put("failure_message", decline.message());
        boolean blocked = decline.declineCode().equals("fraudulent");
        outcome(
                        charge,
                        blocked ? "blocked" : "issuer_declined",
                        blocked ? "not_sent_to_network" : "declined_by_network",
                        blocked ? "highest" : "normal",
                        blocked
                                ? "Stripe blocked this payment as too risky."
                                : "The bank returned the decline code `" + decline.declineCode() + "`.")
                .put("reason", blocked ? "highest_risk_level" : decline.declineCode());
        return keep(account, charge, "charge.failed");
    }

    private ObjectNode begin(ObjectNode intent, ObjectNode method, boolean checked) {
        ObjectNode charge = world.begin(KIND, world.ids().next("ch"), Map.of())
                .put("amount", intent.get("amount").asLong())
                .put("amount_refunded", 0)
                .put("currency", Json.text(intent, "currency"))
                .put("payment_intent", Json.text(intent, "id"))
                .put("payment_method", Json.text(method, "id"))
                .put("disputed", false)
                .put("refunded", false)
                .putNull("application_fee_amount")
                .putNull("failure_balance_transaction")
                .putNull("receipt_number");
        for (String copied : new String[] {"customer", "description", "receipt_email", "statement_descriptor_suffix"}) {
            charge.set(copied, intent.get(copied));
        }
        charge.set("metadata", intent.get("metadata").deepCopy());
        charge.set("billing_details", method.get("billing_details").deepCopy());
        String type = Json.text(method, "type");
        ObjectNode details = charge.putObject("payment_method_details").put("type", type);
        if (type.equals("card")) {
            details.set("card", card((ObjectNode) method.get("card"), intent, checked));
        } else {
            details.set(type, method.get(type).deepCopy());
        }
        return charge;
    }

    private static ObjectNode card(ObjectNode card, ObjectNode intent, boolean checked) {
        ObjectNode shown = Json.object();
        OF_THE_CARD.stream().sorted().forEach(key -> {
            JsonNode value = card.get(key);
            shown.set(key, value == null ? null : value.deepCopy());
        });
        shown.put("amount_authorized", intent.get("amount").asLong())
                .putNull("installments")
                .putNull("mandate")
                .put("network", Json.text(card, "brand"));
        if (checked) {
            shown.putObject("three_d_secure")
                    .put("authentication_flow", "challenge")
                    .put("electronic_commerce_indicator", "05")
                    .put("result", "authenticated")
                    .putNull("result_reason")
                    .put("version", "2.2.0");
        } else {
            shown.putNull("three_d_secure");
        }
        return shown;
    }

    private static ObjectNode outcome(ObjectNode charge, String type, String network, String risk, String message) {
        return charge.putObject("outcome")
                .put("type", type)
                .put("network_status", network)
                .put("risk_level", risk)
                .put("seller_message", message);
    }

    private ObjectNode keep(String account, ObjectNode charge, String event) {
        world.store().put(account, charge);
        world.tell(account, event, charge);
        return charge;
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode charge = charge(call);
        Params params = call.params();
        params.text("description").ifPresent(text -> charge.put("description", text));
        params.under("metadata").forEach(((ObjectNode) charge.get("metadata"))::put);
        world.tell(call.account(), "charge.updated", charge);
        return Reply.ok(charge);
    }

    private ObjectNode charge(Call call) throws StripeError {
        return world.require(call.account(), KIND, call.variable("id"));
    }
}
