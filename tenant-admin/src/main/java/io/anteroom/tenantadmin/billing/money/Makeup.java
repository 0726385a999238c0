package io.anteroom.tenantadmin.billing.money;

import io.anteroom.payments.Money;
import io.anteroom.payments.reconciliation.Payout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a payout is made of, added up.
 *
 * @param rows what came and went, by kind, then what Stripe kept; those of which there is none are left out
 * @param net what they come to
 * @param difference what the payout is more than that; nothing, where it adds up
 */
public record Makeup(List<Row> rows, Money net, Money difference) {

    /** A line of the sum. */
    public record Row(String label, int count, Money amount) {}

    private enum Kind {
        PAYMENTS("Payments"),
        REFUNDS("Given back"),
        DISPUTES("Disputes"),
        OTHER("Other movements"),
        FEES("Stripe’s fees");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        private static Kind of(String category) {
            return switch (category) {
                case "charge", "charge_failure" -> PAYMENTS;
                case "refund", "refund_failure", "partial_capture_reversal" -> REFUNDS;
                case "dispute", "dispute_reversal" -> DISPUTES;
                case "fee", "tax", "network_cost" -> FEES;
                default -> OTHER;
            };
        }
    }

    /** Copies the list. */
    public Makeup {
        rows = List.copyOf(rows);
    }

    static Makeup of(Payout payout, List<Payout.Sum> sums) {
        Money nothing = Money.zero(payout.amount().currency());
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        for (Payout.Sum sum : sums) {
            add(rows, Kind.of(sum.category()), sum.count(), sum.amount());
            if (!sum.fee().isZero()) {
                add(rows, Kind.FEES, 0, sum.fee().times(-1));
            }
        }
        Money net = rows.values().stream().map(Row::amount).reduce(nothing, Money::plus);
        return new Makeup(List.copyOf(rows.values()), net, payout.amount().minus(net));
    }

    /** Whether it comes to exactly what was paid out. */
    public boolean addsUp() {
        return difference.isZero();
    }

    private static void add(Map<Kind, Row> rows, Kind kind, int count, Money amount) {
        rows.merge(
                kind,
                new Row(kind.label, count, amount),
                (one, other) -> new Row(
                        one.label(), one.count() + other.count(), one.amount().plus(other.amount())));
    }
}
