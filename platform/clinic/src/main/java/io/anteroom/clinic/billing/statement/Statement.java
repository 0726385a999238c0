package io.anteroom.clinic.billing.statement;

import io.anteroom.clinic.billing.statement.StatementEntry.Kind;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A patient's account between two days, both included. Amounts are minor units.
 *
 * @param openingMinor what was owed before the first day; of one that is {@code cut}, before the first entry
 * @param closingMinor what was owed at the end of the last; below 0 what was to be given back
 * @param cut whether more happened between these days than a statement holds, so that the first of it is missing
 */
public record Statement(
        String patientName,
        Currency currency,
        LocalDate from,
        LocalDate until,
        long openingMinor,
        List<StatementEntry> entries,
        long closingMinor,
        boolean cut) {

    /** How many entries a statement holds. */
    public static final int MOST = 1_000;

    /** All of one kind together, without its sign. */
    public long sum(Kind kind) {
        return Math.abs(entries.stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(StatementEntry::minor)
                .sum());
    }

    /** Whether something was given back that nothing was credited for, which nobody is asked for again. */
    public boolean anyGoodwill() {
        long before = openingMinor;
        for (StatementEntry entry : entries) {
            if (entry.balanceMinor() != before + entry.minor()) {
                return true;
            }
            before = entry.balanceMinor();
        }
        return false;
    }
}
