package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Amounts;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Money given back, whole or in part, never more than was taken. {@link RefundLife} is how it goes on. */
public final class Refunds {

    static final String KIND = "refund";

    private static final Set<String> CREATE =
            Set.of("charge", "payment_intent", "amount", "reason", "metadata", "instructions_email", "expand[]");
    private static final Set<String> LIST = Lists.paramsByTime("charge", "payment_intent");
    private static final Set<String> UPDATE = Set.of("metadata", "expand[]");
    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final World world;
    private final RefundLife life;

    /** Refunds that live so. */
    public Refunds(World world, RefundLife life) {
        this.world = world;
        this.life = life;
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("POST", "/v1/refunds", CREATE, this::create)
                .on(
                        "GET",
                        "/v1/refunds",
                        LIST,
                        call -> Lists.of(world, call, KIND, Lists.having(call.params(), "charge", "payment_intent")))
                .on("GET", "/v1/refunds/{id}", Set.of("expand[]"), call -> Reply.ok(refund(call)))
                .on("POST", "/v1/refunds/{id}", UPDATE, this::update)
                .on("POST", "/v1/refunds/{id}/cancel", Set.of("expand[]"), this::cancel);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        params.oneOf("reason", REASONS);
        ObjectNode charge = charge(call);
        String id = Json.text(charge, "id");
        if (!Json.text(charge, "status").equals("succeeded")) {
            throw StripeError.refused(null, "This charge has not succeeded and cannot be refunded.", "charge");
        }
        if (isDisputed(call.account(), id)) {
            throw StripeError.refused(
                    "charge_disputed", "Charge " + id + " has been charged back; cannot issue a refund.", null);
        }
        long left = charge.get("amount_captured").asLong()
                - charge.get("amount_refunded").asLong();
        if (left == 0) {
            throw StripeError.refused("charge_already_refunded", "Charge " + id + " has already been refunded.", null);
        }
        long amount = params.number("amount").orElse(left);
        if (amount < 1) {
            throw StripeError.invalid("parameter_invalid_integer", "Invalid positive integer", "amount");
        }
        if (amount > left) {
            throw StripeError.refused(
                    null,
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")",
                    "amount");
        }
        Amounts.checkSteps(amount, Json.text(charge, "currency"), "amount");
        return Reply.ok(life.begin(call.account(), charge, amount, params));
    }

    private boolean isDisputed(String account, String charge) {
        return world.store().all(account, Disputes.KIND).stream()
                .anyMatch(dispute -> Json.text(dispute, "charge").equals(charge)
                        && !dispute.get("is_charge_refundable").asBoolean());
    }

    private ObjectNode charge(Call call) throws StripeError {
        String intent = call.params().text("payment_intent").orElse("");
        if (intent.isEmpty()) {
            return world.named(call.account(), "charge", call.params().required("charge"), "charge");
        }
        ObjectNode paid = world.named(call.account(), "payment_intent", intent, "payment_intent");
        ObjectNode charge = world.store().get(call.account(), Json.text(paid, "latest_charge"));
        if (charge == null) {
            throw StripeError.refused(
                    null, "This PaymentIntent (" + intent + ") does not have a successful charge to refund.", null);
        }
        return charge;
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode refund = refund(call);
        call.params().under("metadata").forEach(((ObjectNode) refund.get("metadata"))::put);
        world.tell(call.account(), "refund.updated", refund);
        return Reply.ok(refund);
    }

    private Reply cancel(Call call) throws StripeError {
        ObjectNode refund = refund(call);
        if (!Json.text(refund, "status").equals("requires_action")) {
            throw StripeError.refused(null, "Only refunds with a status of requires_action can be canceled.", null);
        }
        life.end(call.account(), Json.text(refund, "id"), "canceled");
        return Reply.ok(refund);
    }

    private ObjectNode refund(Call call) throws StripeError {
        return world.require(call.account(), KIND, call.variable("id"));
    }
}
