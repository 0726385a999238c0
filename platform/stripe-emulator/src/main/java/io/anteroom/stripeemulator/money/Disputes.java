package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Disputes over the API: read, listed, answered with evidence, given up. {@link DisputeLife} is how they begin and end.
 */
public final class Disputes {

    static final String KIND = "dispute";

    /** What can be said as text; files are not taken. */
    static final Set<String> EVIDENCE = Set.of(
            "access_activity_log",
            "billing_address",
            "cancellation_policy_disclosure",
            "cancellation_rebuttal",
            "customer_email_address",
            "customer_name",
            "customer_purchase_ip",
            "duplicate_charge_explanation",
            "duplicate_charge_id",
            "product_description",
            "refund_policy_disclosure",
            "refund_refusal_explanation",
            "service_date",
            "shipping_address",
            "shipping_carrier",
            "shipping_date",
            "shipping_tracking_number",
            "uncategorized_text");

    private static final Set<String> LIST = Lists.paramsByTime("charge", "payment_intent");
    private static final Set<String> UPDATE = Stream.concat(
                    Stream.of("metadata", "submit", "expand[]"),
                    EVIDENCE.stream().map(name -> "evidence[" + name + "]"))
            .collect(Collectors.toUnmodifiableSet());

    private final World world;
    private final DisputeLife life;

    /** Disputes that live so. */
    public Disputes(World world, DisputeLife life) {
        this.world = world;
        this.life = life;
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on(
                        "GET",
                        "/v1/disputes",
                        LIST,
                        call -> Lists.of(world, call, KIND, Lists.having(call.params(), "charge", "payment_intent")))
                .on("GET", "/v1/disputes/{id}", Set.of("expand[]"), call -> Reply.ok(dispute(call)))
                .on("POST", "/v1/disputes/{id}", UPDATE, this::update)
                .on("POST", "/v1/disputes/{id}/close", Set.of("expand[]"), this::close);
    }

    private Reply update(Call call) throws StripeError {
        ObjectNode dispute = dispute(call);
        Params params = call.params();
        params.under("metadata").forEach(((ObjectNode) dispute.get("metadata"))::put);
        Map<String, String> evidence = params.under("evidence");
        boolean submit = !params.text("submit").orElse("true").equals("false");
        if (evidence.isEmpty() && params.text("submit").isEmpty()) {
            world.tell(call.account(), "charge.dispute.updated", dispute);
            return Reply.ok(dispute);
        }
        if (!DisputeLife.needsResponse(dispute)) {
            throw StripeError.refused(
                    null, "This dispute is " + Json.text(dispute, "status") + " and takes no more evidence.", null);
        }
        evidence.forEach(((ObjectNode) dispute.get("evidence"))::put);
        life.answered(call.account(), dispute, submit);
        return Reply.ok(dispute);
    }

    private Reply close(Call call) throws StripeError {
        ObjectNode dispute = dispute(call);
        if (!DisputeLife.needsResponse(dispute)) {
            throw StripeError.refused(
                    null, "This dispute is " + Json.text(dispute, "status") + " and cannot be closed.", null);
        }
        life.decide(call.account(), Json.text(dispute, "id"), false);
        return Reply.ok(dispute);
    }

    private ObjectNode dispute(Call call) throws StripeError {
        return world.require(call.account(), KIND, call.variable("id"));
    }
}
