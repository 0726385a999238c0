package io.anteroom.clinic.billing.money;

import io.anteroom.clinic.billing.money.PaymentQuery.Outcome;
import io.anteroom.payments.Money;
import java.util.List;
import java.util.Map;

/**
 * A page of payments.
 *
 * @param counts how many there are on these days, by outcome
 * @param sums what arrived on these days, by currency
 */
public record PaymentPage(List<PaymentRow> rows, Map<Outcome, Long> counts, List<Sum> sums) {

    /** What arrived in a currency, and what of that was given back since. */
    public record Sum(Money arrived, Money refunded) {}

    /** Keeps its own copies. */
    public PaymentPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
        sums = List.copyOf(sums);
    }

    /** How many have that outcome. */
    public long count(Outcome show) {
        return counts.getOrDefault(show, 0L);
    }
}
