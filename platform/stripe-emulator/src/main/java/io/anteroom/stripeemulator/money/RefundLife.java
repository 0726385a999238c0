package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a refund goes on. Most succeed at once; some test cards', and those a test says so of, begin {@code pending} or
 * {@code
 * requires_action} and end later, and a bank may refuse one that had succeeded.
 *
 * <p>The money leaves the balance when the refund is made, and comes back when it fails or is cancelled. Then the
 * charge
 * counts as not refunded by that much again.
 */
public final class RefundLife {

    /** Under this note a charge says how refunds of it go: {@code pending} or {@code fails}. */
    public static final String MANNER = "refunds";

    private static final String NEXT = "next_refund";
    private static final Set<String> STATUSES = Set.of("pending", "requires_action", "succeeded", "failed", "canceled");
    private static final String SUCCEED = "refund_succeeds";
    private static final String FAIL = "refund_fails";
    private static final Duration SOME_TIME = Duration.ofDays(1);

    private final World world;
    private final Ledger ledger;

    /** Refunds that are written into that ledger. */
    public RefundLife(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
        world.later().knows(SUCCEED, (account, id) -> endIfOpen(account, id, "succeeded", Set.of("pending")));
        world.later().knows(FAIL, (account, id) -> endIfOpen(account, id, "failed", Set.of("pending", "succeeded")));
    }

    /** The next refund in that account begins with that status, whatever the card. */
    public void nextBegins(String account, String status) throws StripeError {
        known(status);
        world.store().note(account, NEXT).put("status", status);
    }

    /**
     * The refund ends so: {@code succeeded}, {@code failed} or {@code canceled}.
     *
     * @throws StripeError if it cannot any more
     */
    public void end(String account, String id, String status) throws StripeError {
        known(status);
        ObjectNode refund = world.require(account, Refunds.KIND, id);
        String now = Json.text(refund, "status");
        if (Set.of("failed", "canceled").contains(now) || now.equals(status)) {
            throw StripeError.refused(null, "The refund is " + now + ".", null);
        }
        refund.put("status", status).remove("next_action");
        if (status.equals("failed") || status.equals("canceled")) {
            takeBack(account, refund);
        }
        if (status.equals("failed")) {
            refund.put("failure_reason", "unknown");
        }
        world.tell(account, "refund.updated", refund);
        world.tell(account, "charge.refund.updated", refund);
        if (status.equals("failed")) {
            world.tell(account, "refund.failed", refund);
        }
    }

    ObjectNode begin(String account, ObjectNode charge, long amount, Params params) {
        String manner = Json.text(world.note(account, charge), MANNER);
        String status = firstStatus(account, manner);
        ObjectNode refund = world.begin(Refunds.KIND, world.ids().next("re"), params.under("metadata"))
                .put("amount", amount)
                .put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("payment_method", Json.text(charge, "payment_method"))
                .put("currency", Json.text(charge, "currency"))
                .put("reason", params.text("reason").orElse(null))
                .putNull("receipt_number")
                .putNull("source_transfer_reversal")
                .putNull("transfer_reversal")
                .put("status", status);
        refund.set("customer", charge.path("customer"));
        refund.remove("livemode");
        goingBackTo(refund, charge);
        String id = Json.text(refund, "id");
        refund.put("balance_transaction", ledger.refunded(account, refund, charge));
        if (status.equals("requires_action")) {
            needsAction(refund, params.text("instructions_email").orElse("payer@example.org"));
        }
        world.store().put(account, refund);
        refundedBy(charge, amount);
        world.tell(account, "refund.created", refund);
        world.tell(account, "charge.refunded", charge);
        planEnd(account, id, manner);
        return refund;
    }

    private String firstStatus(String account, String manner) {
        ObjectNode next = world.store().note(account, NEXT);
        String asked = Json.text(next, "status");
        next.remove("status");
        if (!asked.isEmpty()) {
            return asked;
        }
        return manner.equals("pending") ? "pending" : "succeeded";
    }

    private void planEnd(String account, String id, String manner) {
        switch (manner) {
            case "pending" ->
                world.later().plan(account, SUCCEED, id, world.clock().now().plus(SOME_TIME));
            case "fails" ->
                world.later().plan(account, FAIL, id, world.clock().now().plus(SOME_TIME));
            default -> {}
        }
    }

    private static void goingBackTo(ObjectNode refund, ObjectNode charge) {
        String type = charge.path("payment_method_details").path("type").asString("card");
        ObjectNode destination = refund.putObject("destination_details").put("type", type);
        if (type.equals("card")) {
            destination
                    .putObject("card")
                    .put("reference_status", "pending")
                    .put("reference_type", "acquirer_reference_number")
                    .put("type", "refund");
        }
    }

    private void needsAction(ObjectNode refund, String email) {
        long now = world.clock().seconds();
        refund.put("instructions_email", email);
        ObjectNode details = refund.putObject("next_action")
                .put("type", "display_details")
                .putObject("display_details")
                .put("expires_at", now + Duration.ofDays(45).toSeconds());
        details.putObject("email_sent").put("email_sent_at", now).put("email_sent_to", email);
    }

    private void endIfOpen(String account, String id, String status, Set<String> from) throws StripeError {
        ObjectNode refund = world.require(account, Refunds.KIND, id);
        if (from.contains(Json.text(refund, "status"))) {
            end(account, id, status);
        }
    }

    private void takeBack(String account, ObjectNode refund) throws StripeError {
        ObjectNode charge = world.require(account, "charge", Json.text(refund, "charge"));
        refund.put("failure_balance_transaction", ledger.refundFailed(account, refund, charge));
        refundedBy(charge, -refund.get("amount").asLong());
        world.tell(account, "charge.updated", charge);
    }

    private static void refundedBy(ObjectNode charge, long more) {
        long refunded = charge.get("amount_refunded").asLong() + more;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.get("amount_captured").asLong());
    }

    private static void known(String status) throws StripeError {
        if (!STATUSES.contains(status)) {
            throw StripeError.invalid("parameter_invalid_string", "No refund is ever " + status + ".", "status");
        }
    }
}
