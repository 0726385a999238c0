package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.billing.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of an invoice, and what was credited of it so far. The tax of what is credited follows the sum of all that was: so
 * several notes never take back more tax than the line had, and together, in whatever parts, exactly that.
 *
 * @param totalMinor what the line came to with tax
 * @param creditedMinor what of that was credited so far
 * @param creditedTaxMinor what of that was tax
 */
record Creditable(
        int position,
        String description,
        int taxBasisPoints,
        long totalMinor,
        long taxMinor,
        long creditedMinor,
        long creditedTaxMinor) {

    long leftMinor() {
        return totalMinor - creditedMinor;
    }

    /** What a note says of this line that credits {@code amount} of it, tax included. */
    CreditLine credit(long amount) {
        if (amount < 0 || amount > leftMinor()) {
            throw new IllegalArgumentException("The line has not that much left");
        }
        long tax = BigDecimal.valueOf(taxMinor)
                        .multiply(BigDecimal.valueOf(creditedMinor + amount))
                        .divide(BigDecimal.valueOf(totalMinor), 0, RoundingMode.HALF_UP)
                        .longValueExact()
                - creditedTaxMinor;
        return new CreditLine(position, description, taxBasisPoints, amount - tax, tax);
    }

    /** What is left of all these. */
    static long left(List<Creditable> lines) {
        return lines.stream().mapToLong(Creditable::leftMinor).sum();
    }

    /** The amount, tax included, shared over the lines by what is left of them. */
    static List<CreditLine> shared(List<Creditable> lines, long amount) {
        List<Long> shares =
                Shares.of(amount, lines.stream().map(Creditable::leftMinor).toList());
        List<CreditLine> credited = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (shares.get(i) > 0) {
                credited.add(lines.get(i).credit(shares.get(i)));
            }
        }
        return credited;
    }
}
