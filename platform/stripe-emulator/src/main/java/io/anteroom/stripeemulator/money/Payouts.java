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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Money on its way to an account's bank: {@code pending}, a day later {@code in_transit}, and {@code paid} on the day
 * it
 * arrives; or {@code failed}, and back in the balance; or {@code canceled}. Automatic ones carry all that is available.
 */
public final class Payouts {

    static final String KIND = "payout";

    private static final Set<String> LIST = Lists.paramsByTime(
            "status",
            "destination",
            "arrival_date",
            "arrival_date[gt]",
            "arrival_date[gte]",
            "arrival_date[lt]",
            "arrival_date[lte]");
    private static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "description",
            "metadata",
            "method",
            "source_type",
            "statement_descriptor",
            "expand[]");
    private static final Duration WAY = Duration.ofDays(2);
    private static final String SENT = "payout_sent";
    private static final String ARRIVED = "payout_arrived";

    private final World world;
    private final Ledger ledger;
    private final Balances balances;

    /** Payouts of what that ledger says is there. */
    public Payouts(World world, Ledger ledger, Balances balances) {
        this.world = world;
        this.ledger = ledger;
        this.balances = balances;
        world.later().knows(SENT, this::send);
        world.later().knows(ARRIVED, this::arrive);
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("POST", "/v1/payouts", CREATE, this::create)
                .on("GET", "/v1/payouts", LIST, this::list)
                .on(
                        "GET",
                        "/v1/payouts/{id}",
                        Set.of("expand[]"),
                        call -> Reply.ok(world.require(call.account(), KIND, call.variable("id"))))
                .on("POST", "/v1/payouts/{id}/cancel", Set.of("expand[]"), this::cancel);
    }

    /** Pays out all that is available, one payout for each currency; gives their ids. */
    public List<String> payOut(String account) {
        List<String> made = new ArrayList<>();
        ledger.payable(account).forEach((currency, bundle) -> {
            long sum = bundle.stream()
                    .mapToLong(written -> written.get("net").asLong())
                    .sum();
            if (sum > 0) {
                ObjectNode payout = begin(account, sum, currency, true, Map.of());
                String id = Json.text(payout, "id");
                bundle.forEach(written -> ledger.bundle(account, Json.text(written, "id"), id));
                made.add(id);
            }
        });
        return made;
    }

    /** It is on its way; nothing if it has left already. */
    public void send(String account, String id) throws StripeError {
        ObjectNode payout = world.require(account, KIND, id);
        if (is(payout, "pending")) {
            payout.put("status", "in_transit");
            world.tell(account, "payout.updated", payout);
        }
    }

    /** It has arrived; nothing if it failed or was cancelled. */
    public void arrive(String account, String id) throws StripeError {
        ObjectNode payout = world.require(account, KIND, id);
        if (is(payout, "pending") || is(payout, "in_transit")) {
            payout.put("status", "paid");
            payout.putObject("trace_id").put("status", "supported").put("value", "T" + id.substring(3, 13));
            world.tell(account, "payout.paid", payout);
            if (payout.get("automatic").asBoolean()) {
                payout.put("reconciliation_status", "completed");
                world.tell(account, "payout.reconciliation_completed", payout);
            }
        }
    }

    /**
     * The bank sent it back, even days after it was {@code paid}; the money is in the balance again.
     *
     * @param code like {@code account_closed}
     * @throws StripeError if it was sent back before
     */
    public void fail(String account, String id, String code) throws StripeError {
        ObjectNode payout = world.require(account, KIND, id);
        if (is(payout, "failed") || is(payout, "canceled")) {
            throw StripeError.refused(null, "The payout is " + Json.text(payout, "status") + ".", null);
        }
        payout.put("status", "failed")
                .put("failure_code", code)
                .put("failure_message", "The bank could not take this payout (" + code + ").")
                .put("failure_balance_transaction", ledger.payoutFailed(account, payout));
        world.tell(account, "payout.failed", payout);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        String currency = Amounts.currency(params.required("currency"), "currency");
        params.required("amount");
        long amount = params.number("amount").orElseThrow();
        Amounts.checkSteps(amount, currency, "amount");
        if (amount < 1) {
            throw StripeError.invalid("parameter_invalid_integer", "Invalid positive integer", "amount");
        }
        params.oneOf("method", Set.of("standard", "instant"));
        long available = balances.of(call.account()).get("available").values().stream()
                .filter(sum -> sum.path("currency").asString("").equals(currency))
                .mapToLong(sum -> sum.path("amount").asLong(0))
                .sum();
        if (amount > available) {
            throw StripeError.refused(
                    "balance_insufficient",
                    "You have insufficient funds in your Stripe account for this transfer. Your " + currency
                            + " balance is " + available + ".",
                    null);
        }
        ObjectNode payout = begin(call.account(), amount, currency, false, params.under("metadata"));
        for (String name : new String[] {"description", "statement_descriptor"}) {
            params.text(name).ifPresent(text -> payout.put(name, text));
        }
        return Reply.ok(payout);
    }

    private ObjectNode begin(
            String account, long amount, String currency, boolean automatic, Map<String, String> metadata) {
        var now = world.clock().now();
        var arrival = now.plus(WAY).truncatedTo(ChronoUnit.DAYS);
        ObjectNode payout = world.begin(KIND, world.ids().next("po"), metadata)
                .put("amount", amount)
                .putNull("application_fee")
                .putNull("application_fee_amount")
                .put("arrival_date", arrival.getEpochSecond())
                .put("automatic", automatic)
                .put("currency", currency)
                .put("description", automatic ? "STRIPE PAYOUT" : null)
                .put("destination", "ba_" + (account.isEmpty() ? "platform" : account.substring(5)))
                .putNull("failure_balance_transaction")
                .putNull("failure_code")
                .putNull("failure_message")
                .put("method", "standard")
                .putNull("original_payout")
                .put("reconciliation_status", automatic ? "in_progress" : "not_applicable")
                .putNull("reversed_by")
                .put("source_type", "card")
                .putNull("statement_descriptor")
                .put("status", "pending")
                .put("type", "bank_account");
        payout.putObject("trace_id").put("status", "pending").putNull("value");
        String id = Json.text(payout, "id");
        String written = ledger.paidOut(account, payout);
        payout.put("balance_transaction", written);
        world.store().put(account, payout);
        if (automatic) {
            ledger.bundle(account, written, id);
        }
        world.tell(account, "payout.created", payout);
        world.later().plan(account, SENT, id, now.plus(Duration.ofDays(1)));
        world.later().plan(account, ARRIVED, id, arrival.isAfter(now) ? arrival.plusSeconds(1) : now.plus(WAY));
        return payout;
    }

    private Reply list(Call call) throws StripeError {
        Params params = call.params();
        long from = Math.max(
                params.number("arrival_date[gte]").orElse(0),
                params.number("arrival_date[gt]").orElse(-1) + 1);
        long to = Math.min(
                params.number("arrival_date[lte]").orElse(Long.MAX_VALUE),
                params.number("arrival_date[lt]").orElse(Long.MAX_VALUE) - 1);
        long exactly = params.number("arrival_date").orElse(-1);
        var having = Lists.having(params, "status", "destination");
        return Lists.of(world, call, KIND, payout -> {
            long arrival = payout.get("arrival_date").asLong();
            return having.test(payout) && arrival >= from && arrival <= to && (exactly < 0 || arrival == exactly);
        });
    }

    private Reply cancel(Call call) throws StripeError {
        ObjectNode payout = world.require(call.account(), KIND, call.variable("id"));
        if (!is(payout, "pending") || payout.get("automatic").asBoolean()) {
            throw StripeError.refused(
                    "payout_cannot_be_canceled",
                    "Payouts can only be canceled while they are pending and manual.",
                    null);
        }
        payout.put("status", "canceled")
                .put("failure_balance_transaction", ledger.payoutFailed(call.account(), payout));
        world.tell(call.account(), "payout.canceled", payout);
        return Reply.ok(payout);
    }

    private static boolean is(ObjectNode payout, String status) {
        return Json.text(payout, "status").equals(status);
    }
}
