package io.anteroom.payments.ledger;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written.
 *
 * @param source what it is posted for, unique in the clinic: {@code payment:<id>}; posted again, nothing happens
 * @param at when it happened, which may be long before it is posted
 */
public record Posting(String source, EntryKind kind, Instant at, List<Line> lines) {

    /**
     * A part of it.
     *
     * @param amount positive for a debit, negative for a credit, never nothing
     * @param subject what can be paid, where it is about one
     */
    public record Line(
            LedgerAccount account, Money amount, @Nullable PayableRef subject) {}

    /** Keeps its own copy. */
    public Posting {
        lines = List.copyOf(lines);
    }

    /** One without lines as yet. */
    public static Posting of(String source, EntryKind kind, Instant at) {
        return new Posting(source, kind, at, List.of());
    }

    /** With a line more; nothing for an amount of nothing. */
    public Posting line(LedgerAccount account, Money amount, @Nullable PayableRef subject) {
        if (amount.isZero()) {
            return this;
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(account, amount, subject));
        return new Posting(source, kind, at, more);
    }

    /** With an amount that goes from one account to another; nothing for an amount of nothing. */
    public Posting move(Money amount, LedgerAccount from, LedgerAccount to, @Nullable PayableRef subject) {
        return line(to, amount, subject).line(from, amount.times(-1), subject);
    }

    boolean balances() {
        Map<Currency, Long> sums = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.amount().currency(),
                        Collectors.summingLong(line -> line.amount().minor())));
        return sums.values().stream().allMatch(sum -> sum == 0);
    }
}
