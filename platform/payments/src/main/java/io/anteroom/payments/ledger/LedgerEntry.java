package io.anteroom.payments.ledger;

import io.anteroom.payments.Money;
import java.time.Instant;
import java.util.List;

/**
 * An entry as it was posted; its lines come to nothing.
 *
 * @param at when it happened, which may be before it was posted
 */
public record LedgerEntry(long id, EntryKind kind, Instant at, List<Line> lines) {

    /** A part of it: positive for a debit, negative for a credit. */
    public record Line(LedgerAccount account, Money amount) {}

    /** Keeps its own copy. */
    public LedgerEntry {
        lines = List.copyOf(lines);
    }
}
