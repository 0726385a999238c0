package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger and its sums, read over the API. Nothing is ever converted: an account has a balance in each currency it
 * took.
 */
public final class Balances {

    private static final Set<String> LIST = Lists.paramsByTime("type", "payout", "source", "currency");

    private final World world;
    private final Ledger ledger;

    /** What that ledger says. */
    public Balances(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("GET", "/v1/balance", Set.of("expand[]"), call -> Reply.ok(of(call.account())))
                .on("GET", "/v1/balance_transactions", LIST, this::list)
                .on(
                        "GET",
                        "/v1/balance_transactions/{id}",
                        Set.of("expand[]"),
                        call -> Reply.ok(world.require(call.account(), Ledger.KIND, call.variable("id"))));
    }

    /** The balance as the API shows it. */
    ObjectNode of(String account) {
        List<ObjectNode> all = world.store().all(account, Ledger.KIND);
        ObjectNode balance = Json.object().put("object", "balance").put("livemode", false);
        sums(balance.putArray("available"), all, Ledger::isAvailable);
        sums(balance.putArray("pending"), all, written -> !Ledger.isAvailable(written));
        return balance;
    }

    private static void sums(ArrayNode into, List<ObjectNode> all, Predicate<ObjectNode> which) {
        var sums = new TreeMap<String, Long>();
        for (ObjectNode written : all) {
            long net = which.test(written) ? written.get("net").asLong() : 0;
            sums.merge(Json.text(written, "currency"), net, Long::sum);
        }
        sums.forEach((currency, sum) -> into.addObject()
                .put("amount", sum)
                .put("currency", currency)
                .putObject("source_types")
                .put("card", sum));
    }

    private Reply list(Call call) throws StripeError {
        String payout = call.params().text("payout").orElse("");
        if (!payout.isEmpty()) {
            ObjectNode bundled = world.named(call.account(), Payouts.KIND, payout, "payout");
            if (!bundled.get("automatic").asBoolean()) {
                throw StripeError.invalid(
                        null,
                        "Balance transaction history can only be filtered on automatic transfers, not manual.",
                        "payout");
            }
        }
        Predicate<ObjectNode> having = Lists.having(call.params(), "type", "source", "currency");
        return Lists.of(
                world,
                call,
                Ledger.KIND,
                written -> having.test(written)
                        && (payout.isEmpty()
                                || ledger.payoutOf(call.account(), written).equals(payout)));
    }
}
