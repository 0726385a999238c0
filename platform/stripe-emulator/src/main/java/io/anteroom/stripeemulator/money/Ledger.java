package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes balance transactions: every cent that comes to an account's balance or leaves it. They are never changed but
 * for their status.
 */
public final class Ledger {

    static final String KIND = "balance_transaction";

    private static final String AVAILABLE = "available";

    private final World world;
    private final Pricing pricing;

    /** A ledger at these prices. */
    public Ledger(World world, Pricing pricing) {
        this.world = world;
        this.pricing = pricing;
        world.later().knows(AVAILABLE, this::becomeAvailable);
    }

    /**
     * Money taken, less Stripe's fee; gives the transaction's id.
     *
     * @param atOnce whether it can be paid out at once
     */
    public String charged(String account, ObjectNode charge, boolean atOnce) {
        long amount = charge.get("amount").asLong();
        String currency = Json.text(charge, "currency");
        long fee = pricing.fee(amount, currency);
        boolean byCard =
                charge.path("payment_method_details").path("type").asString("").equals("card");
        ObjectNode written = begin(charge, byCard ? "charge" : "payment", "charge", amount, fee);
        if (fee > 0) {
            detail(written, fee, "Stripe processing fees");
        }
        Instant now = world.clock().now();
        return write(account, written, text(charge, "description"), atOnce ? now : now.plus(pricing.settling()));
    }

    /** Money given back; Stripe keeps its fee. */
    String refunded(String account, ObjectNode refund, ObjectNode charge) {
        boolean byCard =
                charge.path("payment_method_details").path("type").asString("").equals("card");
        ObjectNode written = begin(
                refund,
                byCard ? "refund" : "payment_refund",
                "refund",
                -refund.get("amount").asLong(),
                0);
        return write(account, written, about("REFUND FOR CHARGE", charge), whenChargeIsAvailable(account, charge));
    }

    /** Money that could not be given back has returned. */
    String refundFailed(String account, ObjectNode refund, ObjectNode charge) {
        ObjectNode written = begin(
                refund, "refund_failure", "refund_failure", refund.get("amount").asLong(), 0);
        return write(
                account, written, about("REFUND FAILURE FOR CHARGE", charge), whenChargeIsAvailable(account, charge));
    }

    /** A disputed amount, and the fee for it, withdrawn. */
    ObjectNode withdrawn(String account, ObjectNode dispute) {
        long fee = pricing.disputeFee(Json.text(dispute, "currency"));
        return disputed(account, dispute, -1, fee, "dispute", "Chargeback withdrawal for ");
    }

    /** A dispute was won: the amount comes back, and the fee for it does not. */
    ObjectNode reinstated(String account, ObjectNode dispute) {
        return disputed(account, dispute, 1, 0, "dispute_reversal", "Chargeback reversal for ");
    }

    /** Money sent to the account's bank. */
    String paidOut(String account, ObjectNode payout) {
        ObjectNode written =
                begin(payout, "payout", "payout", -payout.get("amount").asLong(), 0);
        return write(account, written, "STRIPE PAYOUT", world.clock().now());
    }

    /** Money that the bank sent back. */
    String payoutFailed(String account, ObjectNode payout) {
        ObjectNode written = begin(
                payout,
                "payout_failure",
                "payout_reversal",
                payout.get("amount").asLong(),
                0);
        return write(account, written, "PAYOUT FAILURE", world.clock().now());
    }

    /** What may be paid out and has not been, by currency. */
    Map<String, List<ObjectNode>> payable(String account) {
        return world.store().all(account, KIND).stream()
                .filter(Ledger::isAvailable)
                .filter(written -> payoutOf(account, written).isEmpty())
                .collect(Collectors.groupingBy(written -> Json.text(written, "currency")));
    }

    /** The automatic payout that a transaction went out with, or empty. */
    String payoutOf(String account, ObjectNode written) {
        return Json.text(world.note(account, written), "payout");
    }

    void bundle(String account, String written, String payout) {
        world.store().note(account, written).put("payout", payout);
    }

    static boolean isAvailable(ObjectNode written) {
        return Json.text(written, "status").equals(AVAILABLE);
    }

    private ObjectNode disputed(String account, ObjectNode dispute, int sign, long fee, String category, String what) {
        ObjectNode written = begin(
                dispute, "adjustment", category, sign * dispute.get("amount").asLong(), fee);
        if (fee > 0) {
            detail(written, fee, "Dispute fee");
        }
        write(
                account,
                written,
                what + Json.text(dispute, "charge"),
                world.clock().now());
        return written;
    }

    private ObjectNode begin(ObjectNode source, String type, String category, long amount, long fee) {
        ObjectNode written = world.begin(KIND, world.ids().next("txn"), Map.of())
                .put("amount", amount)
                .put("balance_type", "payments")
                .put("currency", Json.text(source, "currency"))
                .putNull("exchange_rate")
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", category)
                .put("source", Json.text(source, "id"))
                .put("type", type);
        written.putArray("fee_details");
        written.remove(List.of("livemode", "metadata"));
        return written;
    }

    private static void detail(ObjectNode written, long fee, String description) {
        ((ArrayNode) written.get("fee_details"))
                .addObject()
                .put("amount", fee)
                .putNull("application")
                .put("currency", Json.text(written, "currency"))
                .put("description", description)
                .put("type", "stripe_fee");
    }

    private String write(String account, ObjectNode written, @Nullable String description, Instant available) {
        boolean now = available.getEpochSecond() <= world.clock().seconds();
        written.put("description", description)
                .put("available_on", available.getEpochSecond())
                .put("status", now ? AVAILABLE : "pending");
        String id = Json.text(written, "id");
        world.store().put(account, written);
        if (!now) {
            world.later().plan(account, AVAILABLE, id, available);
        }
        return id;
    }

    private void becomeAvailable(String account, String id) {
        ObjectNode written = world.store().get(account, id);
        if (written != null) {
            written.put("status", AVAILABLE);
        }
    }

    /** A refund can be paid out, or rather be missing from a payout, no sooner than its charge. */
    private Instant whenChargeIsAvailable(String account, ObjectNode charge) {
        ObjectNode taken = world.store().get(account, Json.text(charge, "balance_transaction"));
        long now = world.clock().seconds();
        return Instant.ofEpochSecond(
                taken == null ? now : Math.max(now, taken.get("available_on").asLong()));
    }

    private static String about(String what, ObjectNode charge) {
        String description = Json.text(charge, "description");
        return description.isEmpty() ? what : what + " (" + description + ")";
    }

    private static @Nullable String text(ObjectNode node, String key) {
        String text = Json.text(node, key);
        return text.isEmpty() ? null : text;
    }
}
