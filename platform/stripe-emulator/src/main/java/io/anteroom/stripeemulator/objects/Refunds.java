package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Money given back, whole or in part, never more than was taken. */
final class Refunds {

    static final Set<String> CREATE = Set.of("charge", "payment_intent", "amount", "reason", "metadata", "expand[]");
    static final Set<String> LIST = Set.of("limit", "starting_after", "charge", "payment_intent", "expand[]");
    static final Set<String> GET = Set.of("expand[]");

    private final World world;

    Refunds(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/refunds", this::create)
                .on("GET", "/v1/refunds", this::list)
                .on("GET", "/v1/refunds/{id}", this::get);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        params.allow(CREATE);
        ObjectNode charge = charge(call);
        if (!Json.text(charge, "status").equals("succeeded")) {
            throw StripeError.invalid(null, "This charge has not succeeded and cannot be refunded.", "charge");
        }
        long left =
                charge.get("amount").asLong() - charge.get("amount_refunded").asLong();
        if (left == 0) {
            throw StripeError.invalid(
                    "charge_already_refunded",
                    "Charge " + Json.text(charge, "id") + " has already been refunded.",
                    null);
        }
        long amount = params.number("amount").orElse(left);
        if (amount <= 0 || amount > left) {
            throw StripeError.invalid(
                    null,
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")",
                    "amount");
        }
        return Reply.ok(refund(call, charge, amount, left));
    }

    private ObjectNode refund(Call call, ObjectNode charge, long amount, long left) {
        ObjectNode refund = world.begin(
                        "refund", world.ids().next("re"), call.params().under("metadata"))
                .put("amount", amount)
                .put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("currency", Json.text(charge, "currency"))
                .put("balance_transaction", world.ids().next("txn"))
                .put("reason", call.params().text("reason").orElse(null))
                .put("status", "succeeded");
        refund.remove("livemode");
        world.store().put(call.account(), refund);
        charge.put("amount_refunded", charge.get("amount_refunded").asLong() + amount)
                .put("refunded", amount == left);
        world.events().emit(call.account(), "refund.created", refund);
        world.events().emit(call.account(), "charge.refunded", charge);
        return refund;
    }

    private ObjectNode charge(Call call) throws StripeError {
        String intent = call.params().text("payment_intent").orElse("");
        if (intent.isEmpty()) {
            return world.require(call.account(), "charge", call.params().required("charge"));
        }
        ObjectNode paid = world.require(call.account(), "payment_intent", intent);
        return world.require(call.account(), "charge", Json.text(paid, "latest_charge"));
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        return Reply.ok(world.list(
                call,
                "refund",
                refund -> Set.of("charge", "payment_intent").stream()
                        .allMatch(key -> call.params()
                                .text(key)
                                .map(wanted -> Json.text(refund, key).equals(wanted))
                                .orElse(true))));
    }

    private Reply get(Call call) throws StripeError {
        call.params().allow(GET);
        return Reply.ok(world.require(call.account(), "refund", call.variable("id")));
    }
}
