package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a dispute goes: {@code needs_response} with a deadline, {@code under_review} once evidence was submitted, {@code
 * won}
 * or {@code lost}; lost, too, when the deadline passes. An inquiry has the same with {@code warning_} in front, and
 * moves no
 * money.
 */
public final class DisputeLife {

    /** What each reason is called by Visa. */
    private static final Map<String, String> CODES = Map.of(
            "fraudulent", "10.4",
            "product_not_received", "13.1",
            "product_unacceptable", "13.3",
            "duplicate", "12.6.1",
            "credit_not_processed", "13.6",
            "subscription_canceled", "13.2",
            "unrecognized", "10.4",
            "general", "13.7");

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(9);
    private static final String OVERDUE = "dispute_overdue";

    private final World world;
    private final Ledger ledger;

    /** Disputes that are written into that ledger. */
    public DisputeLife(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
        world.later().knows(OVERDUE, this::lapse);
    }

    /**
     * The payer has complained to their bank; gives the dispute's id.
     *
     * @param reason as Stripe names it, like {@code fraudulent}
     * @param inquiry whether the bank only asks
     * @throws StripeError if there is no such charge, it took no money, or is disputed already
     */
    public String open(String account, String chargeId, String reason, boolean inquiry) throws StripeError {
        ObjectNode charge = world.require(account, "charge", chargeId);
        if (!CODES.containsKey(reason)) {
            throw StripeError.invalid("parameter_invalid_string", "Not a reason: " + reason, "reason");
        }
        long amount = charge.get("amount_captured").asLong()
                - charge.get("amount_refunded").asLong();
        if (!Json.text(charge, "status").equals("succeeded")
                || amount == 0
                || charge.get("disputed").asBoolean()) {
            throw StripeError.refused(null, "Charge " + chargeId + " cannot be disputed.", null);
        }
        ObjectNode dispute = begin(charge, amount, reason, inquiry);
        String id = Json.text(dispute, "id");
        world.store().put(account, dispute);
        charge.put("disputed", true);
        if (!inquiry) {
            ((ArrayNode) dispute.get("balance_transactions"))
                    .add(ledger.withdrawn(account, dispute).deepCopy());
        }
        world.tell(account, "charge.dispute.created", dispute);
        if (!inquiry) {
            world.tell(account, "charge.dispute.funds_withdrawn", dispute);
        }
        world.later().plan(account, OVERDUE, id, world.clock().now().plus(TIME_TO_ANSWER));
        return id;
    }

    /**
     * The bank decides, or the account gives up.
     *
     * @throws StripeError if it is decided already
     */
    public void decide(String account, String id, boolean won) throws StripeError {
        ObjectNode dispute = world.require(account, Disputes.KIND, id);
        String status = Json.text(dispute, "status");
        if (Set.of("won", "lost", "warning_closed").contains(status)) {
            throw StripeError.refused(null, "This dispute is " + status + " already.", null);
        }
        if (isInquiry(dispute)) {
            dispute.put("status", "warning_closed");
        } else {
            dispute.put("status", won ? "won" : "lost").put("is_charge_refundable", won);
        }
        if (won && !isInquiry(dispute)) {
            ((ArrayNode) dispute.get("balance_transactions"))
                    .add(ledger.reinstated(account, dispute).deepCopy());
            world.tell(account, "charge.dispute.funds_reinstated", dispute);
        }
        world.tell(account, "charge.dispute.closed", dispute);
    }

    static boolean needsResponse(ObjectNode dispute) {
        return Set.of("needs_response", "warning_needs_response").contains(Json.text(dispute, "status"));
    }

    /** Evidence was given; submitted, it goes to the bank, and Stripe's two magic words decide at once. */
    void answered(String account, ObjectNode dispute, boolean submit) throws StripeError {
        ObjectNode details = (ObjectNode) dispute.get("evidence_details");
        details.put("has_evidence", true);
        if (submit) {
            details.put("submission_count", details.get("submission_count").asLong() + 1);
            dispute.put("status", isInquiry(dispute) ? "warning_under_review" : "under_review");
        }
        world.tell(account, "charge.dispute.updated", dispute);
        String said = dispute.path("evidence").path("uncategorized_text").asString("");
        if (submit && (said.equals("winning_evidence") || said.equals("losing_evidence"))) {
            decide(account, Json.text(dispute, "id"), said.equals("winning_evidence"));
        }
    }

    private ObjectNode begin(ObjectNode charge, long amount, String reason, boolean inquiry) {
        ObjectNode dispute = world.begin(Disputes.KIND, world.ids().next("du"), Map.of())
                .put("amount", amount)
                .put("charge", Json.text(charge, "id"))
                .put("currency", Json.text(charge, "currency"))
                .put("is_charge_refundable", inquiry)
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("reason", reason)
                .put("status", inquiry ? "warning_needs_response" : "needs_response");
        dispute.putArray("balance_transactions");
        dispute.putArray("enhanced_eligibility_types");
        ObjectNode evidence = dispute.putObject("evidence");
        Disputes.EVIDENCE.stream().sorted().forEach(evidence::putNull);
        dispute.putObject("evidence_details")
                .put("due_by", world.clock().seconds() + TIME_TO_ANSWER.toSeconds())
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0)
                .putObject("enhanced_eligibility");
        dispute.putObject("payment_method_details")
                .put("type", "card")
                .putObject("card")
                .put(
                        "brand",
                        charge.path("payment_method_details")
                                .path("card")
                                .path("brand")
                                .asString("visa"))
                .put("case_type", inquiry ? "inquiry" : "chargeback")
                .put("network_reason_code", CODES.get(reason));
        return dispute;
    }

    private void lapse(String account, String id) throws StripeError {
        ObjectNode dispute = world.require(account, Disputes.KIND, id);
        if (needsResponse(dispute)) {
            ((ObjectNode) dispute.get("evidence_details")).put("past_due", true);
            decide(account, id, false);
        }
    }

    private static boolean isInquiry(ObjectNode dispute) {
        return Json.text(dispute, "status").startsWith("warning_");
    }
}
