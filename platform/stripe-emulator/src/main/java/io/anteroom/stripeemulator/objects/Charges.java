package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Charges: each try to take the money of one payment intent, whether it went well or not. */
final class Charges {

    static final Set<String> LIST = Set.of("limit", "starting_after", "payment_intent", "expand[]");
    static final Set<String> GET = Set.of("expand[]");

    private final World world;

    Charges(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        routes.on("GET", "/v1/charges", this::list).on("GET", "/v1/charges/{id}", this::get);
    }

    /** Money taken. */
    ObjectNode succeed(String account, ObjectNode intent, ObjectNode method) {
        ObjectNode charge = begin(intent, method)
                .put("status", "succeeded")
                .put("paid", true)
                .put("captured", true)
                .put("amount_captured", intent.get("amount").asLong())
                .put("balance_transaction", world.ids().next("txn"))
                .putNull("failure_code")
                .putNull("failure_message");
        charge.put("receipt_url", world.address() + "/receipts/" + Json.text(charge, "id"));
        outcome(charge, "authorized", "approved_by_network", "normal", "Payment complete.");
        return keep(account, charge, "charge.succeeded");
    }

    /** Money refused. */
    ObjectNode fail(String account, ObjectNode intent, ObjectNode method, TestCard.Decline decline) {
        ObjectNode charge = begin(intent, method)
                .put("status", "failed")
                .put("paid", false)
                .put("captured", false)
                .put("amount_captured", 0)
                .putNull("balance_transaction")
                .putNull("receipt_url")
                .put("failure_code", decline.code())
                .put("failure_message", decline.message());
        outcome(charge, "issuer_declined", "declined_by_network", "normal", "The bank returned a decline.");
        return keep(account, charge, "charge.failed");
    }

    private ObjectNode begin(ObjectNode intent, ObjectNode method) {
        ObjectNode charge = world.begin("charge", world.ids().next("ch"), Map.of())
                .put("amount", intent.get("amount").asLong())
                .put("amount_refunded", 0)
                .put("currency", Json.text(intent, "currency"))
                .put("payment_intent", Json.text(intent, "id"))
                .put("payment_method", Json.text(method, "id"))
                .put("disputed", false)
                .put("refunded", false)
                .putNull("application_fee_amount");
        for (String copied : new String[] {"customer", "description", "receipt_email", "statement_descriptor_suffix"}) {
            charge.set(copied, intent.get(copied));
        }
        charge.set("metadata", intent.get("metadata").deepCopy());
        charge.set("billing_details", method.get("billing_details").deepCopy());
        String type = Json.text(method, "type");
        ObjectNode details = charge.putObject("payment_method_details").put("type", type);
        details.set(type, method.get(type).deepCopy());
        return charge;
    }

    private static void outcome(ObjectNode charge, String type, String network, String risk, String message) {
        charge.putObject("outcome")
                .put("type", type)
                .put("network_status", network)
                .put("risk_level", risk)
                .put("seller_message", message)
                .putNull("reason");
    }

    private ObjectNode keep(String account, ObjectNode charge, String event) {
        world.store().put(account, charge);
        world.events().emit(account, event, charge);
        return charge;
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        Optional<String> intent = call.params().text("payment_intent");
        return Reply.ok(world.list(
                call,
                "charge",
                charge ->
                        intent.isEmpty() || Json.text(charge, "payment_intent").equals(intent.get())));
    }

    private Reply get(Call call) throws StripeError {
        call.params().allow(GET);
        return Reply.ok(world.require(call.account(), "charge", call.variable("id")));
    }
}
