package io.anteroom.clinic.billing;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One thing charged for. Prices are without tax. The line's net amount is rounded to the minor unit, half up, and so is
 * the tax on that rounded amount; an invoice's totals are the sums of its lines, and are not rounded again.
 *
 * @param description 1 to 200 characters
 * @param quantity above 0 and below 100,000, at most two decimals
 * @param unitMinor the price of one, in the currency's minor unit, 0 to 99,999,999
 * @param taxBasisPoints the tax rate in hundredths of a per cent, 0 to 10,000: 2000 is 20 %
 */
@Embeddable
public record InvoiceLine(String description, BigDecimal quantity, long unitMinor, int taxBasisPoints) {

    /** The highest price of one, and the highest total of an invoice, in minor units: what a card payment can carry. */
    public static final long MOST_MINOR = 99_999_999;

    private static final BigDecimal MOST = new BigDecimal("99999.99");

    /**
     * @throws IllegalArgumentException outside the bounds above
     */
    public InvoiceLine {
        description = description.strip();
        require(!description.isEmpty() && description.length() <= 200, "description");
        require(quantity.signum() > 0 && quantity.compareTo(MOST) <= 0, "quantity");
        require(quantity.stripTrailingZeros().scale() <= 2, "quantity");
        require(unitMinor >= 0 && unitMinor <= MOST_MINOR, "unit price");
        require(taxBasisPoints >= 0 && taxBasisPoints <= 10_000, "tax rate");
    }

    /** The amount without tax, in minor units. */
    public long netMinor() {
        return quantity.multiply(BigDecimal.valueOf(unitMinor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The tax, in minor units. */
    public long taxMinor() {
        return BigDecimal.valueOf(netMinor())
                .multiply(BigDecimal.valueOf(taxBasisPoints, 4))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("An invoice line cannot have this " + what);
        }
    }
}
