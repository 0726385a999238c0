package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.billing.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A credit note. Amounts are minor units of its currency.
 *
 * @param number of the credit notes' own series
 * @param reason why, as the patient reads it; blank for whoever may not know
 * @param lines what it takes back, by line of the invoice
 */
public record CreditNote(
        CreditNoteId id,
        InvoiceId invoice,
        long number,
        LocalDate issuedOn,
        Currency currency,
        String reason,
        long netMinor,
        long taxMinor,
        Instant createdAt,
        String createdBy,
        List<CreditLine> lines) {

    /** The same without its reason, its lines called as their invoice calls them to whoever pays only, by their number from 1. */
    CreditNote forPayingOnly(IntFunction<String> item) {
        return new CreditNote(
                id,
                invoice,
                number,
                issuedOn,
                currency,
                "",
                netMinor,
                taxMinor,
                createdAt,
                createdBy,
                lines.stream()
                        .map(line -> new CreditLine(
                                line.position(),
                                item.apply(line.position() + 1),
                                line.taxBasisPoints(),
                                line.netMinor(),
                                line.taxMinor()))
                        .toList());
    }

    /** All it takes off, with tax. */
    public long totalMinor() {
        return netMinor + taxMinor;
    }

    /** The tax by its rate in basis points, the lowest rate first; rates without tax are left out. */
    public SortedMap<Integer, Long> taxByRate() {
        SortedMap<Integer, Long> taxes = new TreeMap<>();
        lines.stream()
                .filter(line -> line.taxBasisPoints() > 0)
                .forEach(line -> taxes.merge(line.taxBasisPoints(), line.taxMinor(), Long::sum));
        return taxes;
    }
}
