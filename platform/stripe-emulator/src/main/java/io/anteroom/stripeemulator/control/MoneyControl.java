package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.StripeObjects;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bank, a payer's bank or Stripe does with money. What Stripe would refuse throws {@link IllegalStateException}.
 */
public final class MoneyControl {

    private final Store store;
    private final StripeObjects objects;

    MoneyControl(Store store, StripeObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /**
     * The payer disputes a charge: its amount and a fee leave the balance; gives the dispute's id.
     *
     * @param reason as Stripe names it: {@code fraudulent}, {@code product_not_received}, {@code duplicate} ...
     */
    public String openDispute(String account, String charge, String reason) {
        return allowed(() -> objects.disputes().open(account, charge, reason, false));
    }

    /** The payer's bank only asks about a charge, and no money moves; gives the dispute's id. */
    public String inquire(String account, String charge) {
        return allowed(() -> objects.disputes().open(account, charge, "general", true));
    }

    /** The bank decides: won, amount and fee come back; lost, they do not. An inquiry is closed either way. */
    public void decideDispute(String account, String dispute, boolean won) {
        act(() -> objects.disputes().decide(account, dispute, won));
    }

    /**
     * The next refund in that account begins {@code pending}, {@code requires_action} or {@code succeeded}, whatever
     * the card.
     */
    public void nextRefundBegins(String account, String status) {
        act(() -> objects.refunds().nextBegins(account, status));
    }

    /** A refund ends {@code succeeded}, {@code failed} (even after it had succeeded) or {@code canceled}. */
    public void endRefund(String account, String refund, String status) {
        act(() -> objects.refunds().end(account, refund, status));
    }

    /**
     * Pays out now all that is available, as Stripe does each day by itself; gives the payouts' ids, one for each
     * currency.
     */
    public List<String> payOut(String account) {
        return allowed(() -> objects.payouts().payOut(account));
    }

    /** A payout leaves: {@code in_transit}. */
    public void sendPayout(String account, String payout) {
        act(() -> objects.payouts().send(account, payout));
    }

    /** A payout arrives: {@code paid}. */
    public void arrivePayout(String account, String payout) {
        act(() -> objects.payouts().arrive(account, payout));
    }

    /**
     * The bank sends a payout back, and its money is in the balance again.
     *
     * @param code why, as Stripe names it, like {@code account_closed}
     */
    public void failPayout(String account, String payout, String code) {
        act(() -> objects.payouts().fail(account, payout, code));
    }

    /**
     * A movement of the balance says something else, as when Stripe begins to use a word that it did not use before.
     *
     * @param value null for a field that says nothing
     */
    public void sayOfMovement(String account, String movement, String field, @Nullable String value) {
        store.atomically(() -> {
            for (ObjectNode each : objects.live(account, "balance_transaction")) {
                if (Json.text(each, "id").equals(movement)) {
                    each.put(field, value);
                    return true;
                }
            }
            throw new IllegalStateException("No movement " + movement + " in " + account);
        });
    }

    /** A saved card ends with that month, as if the bank had said so. */
    public void cardEnds(String account, String method, YearMonth until) {
        store.atomically(() -> {
            for (ObjectNode each : objects.live(account, "payment_method")) {
                if (Json.text(each, "id").equals(method) && each.get("card") instanceof ObjectNode card) {
                    card.put("exp_month", until.getMonthValue()).put("exp_year", until.getYear());
                    return true;
                }
            }
            throw new IllegalStateException("No card " + method + " in " + account);
        });
    }

    private interface Act {
        void happen() throws StripeError;
    }

    private void act(Act act) {
        var _ = allowed(() -> {
            act.happen();
            return true;
        });
    }

    private <R> R allowed(Store.Work<R, StripeError> work) {
        try {
            return store.atomically(work);
        } catch (StripeError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
