package io.anteroom.clinic.billing;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of an invoice is taxed at one rate.
 *
 * @param basisPoints the rate in hundredths of a per cent
 * @param netMinor what it is taken of
 * @param taxMinor the tax
 */
public record TaxOfRate(int basisPoints, long netMinor, long taxMinor) {

    /** By rate, the lowest first; of lines without tax only beside others. */
    static List<TaxOfRate> of(List<InvoiceLine> lines) {
        SortedMap<Integer, TaxOfRate> rates = new TreeMap<>();
        for (InvoiceLine line : lines) {
            rates.merge(
                    line.taxBasisPoints(),
                    new TaxOfRate(line.taxBasisPoints(), line.netMinor(), line.taxMinor()),
                    (one, other) -> new TaxOfRate(
                            one.basisPoints, one.netMinor + other.netMinor, one.taxMinor + other.taxMinor));
        }
        return rates.size() == 1 && rates.containsKey(0) ? List.of() : List.copyOf(rates.values());
    }
}
