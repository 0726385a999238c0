package io.anteroom.clinic.billing;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One thing charged for, at a price that is without tax or contains it. The line's amount is rounded to the minor unit, half
 * up, discounts are taken off it, and the tax on what is left (or in it) is rounded half up too; an invoice's totals are the
 * sums of its lines, and are not rounded again.
 *
 * @param description 1 to 200 characters
 * @param quantity above 0 and below 100,000, at most two decimals
 * @param unitMinor the price of one, in the currency's minor unit, 0 to 99,999,999
 * @param taxBasisPoints the tax rate in hundredths of a per cent, 0 to 10,000: 2000 is 20 %
 * @param taxIncluded whether the price contains the tax
 * @param discountBasisPoints the line's own discount as a part, or 0
 * @param discountMinor the line's own discount as an amount, or 0
 * @param sharedDiscountMinor its share of the invoice's discount, which {@link InvoiceDraft} works out
 */
@Embeddable
public record InvoiceLine(
        String description,
        BigDecimal quantity,
        long unitMinor,
        int taxBasisPoints,
        boolean taxIncluded,
        int discountBasisPoints,
        long discountMinor,
        long sharedDiscountMinor) {

    /** The highest price of one, and the highest total of an invoice, in minor units; a card payment carries more. */
    public static final long MOST_MINOR = 99_999_999;

    private static final BigDecimal MOST = new BigDecimal("99999.99");

    /**
     * @throws IllegalArgumentException outside the bounds above, or if more is taken off than there is
     */
    public InvoiceLine {
        description = description.strip();
        require(!description.isEmpty() && description.length() <= 200, "description");
        require(quantity.signum() > 0 && quantity.compareTo(MOST) <= 0, "quantity");
        require(quantity.stripTrailingZeros().scale() <= 2, "quantity");
        quantity = quantity.setScale(2); // as it is stored, so that equal lines are equal
        require(unitMinor >= 0 && unitMinor <= MOST_MINOR, "unit price");
        require(taxBasisPoints >= 0 && taxBasisPoints <= 10_000, "tax rate");
        long listed = listed(quantity, unitMinor);
        require(new Discount(discountBasisPoints, discountMinor).of(listed) <= listed, "discount");
        require(
                sharedDiscountMinor >= 0
                        && sharedDiscountMinor <= listed - new Discount(discountBasisPoints, discountMinor).of(listed),
                "share of a discount");
    }

    /** At a price without tax and without a discount. */
    public InvoiceLine(String description, BigDecimal quantity, long unitMinor, int taxBasisPoints) {
        this(description, quantity, unitMinor, taxBasisPoints, false, 0, 0, 0);
    }

    /** The same at a price that contains the tax, or does not. */
    public InvoiceLine withTaxIncluded(boolean included) {
        return new InvoiceLine(
                description, quantity, unitMinor, taxBasisPoints, included, discountBasisPoints, discountMinor, 0);
    }

    /** The same with another discount of its own. */
    public InvoiceLine less(Discount discount) {
        return new InvoiceLine(
                description,
                quantity,
                unitMinor,
                taxBasisPoints,
                taxIncluded,
                discount.basisPoints(),
                discount.minor(),
                0);
    }

    /** The same under another description. */
    InvoiceLine describedAs(String other) {
        return new InvoiceLine(
                other,
                quantity,
                unitMinor,
                taxBasisPoints,
                taxIncluded,
                discountBasisPoints,
                discountMinor,
                sharedDiscountMinor);
    }

    /** The same with another share of the invoice's discount. */
    InvoiceLine sharing(long discount) {
        return new InvoiceLine(
                description,
                quantity,
                unitMinor,
                taxBasisPoints,
                taxIncluded,
                discountBasisPoints,
                discountMinor,
                discount);
    }

    /** The line's own discount. */
    public Discount discount() {
        return new Discount(discountBasisPoints, discountMinor);
    }

    /** What the line's own discount takes off, in minor units. */
    public long takenOffMinor() {
        return discount().of(listed(quantity, unitMinor));
    }

    /** Quantity times price less the line's own discount, with or without tax as the price is, in minor units. */
    public long amountMinor() {
        return listed(quantity, unitMinor) - takenOffMinor();
    }

    /** The amount without tax, in minor units. */
    public long netMinor() {
        return amountMinor() - sharedDiscountMinor - (taxIncluded ? taxMinor() : 0);
    }

    /** The tax, in minor units. */
    public long taxMinor() {
        return BigDecimal.valueOf(amountMinor() - sharedDiscountMinor)
                .multiply(BigDecimal.valueOf(taxBasisPoints))
                .divide(BigDecimal.valueOf(10_000L + (taxIncluded ? taxBasisPoints : 0)), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What it comes to with tax and after all discounts, in minor units. */
    public long totalMinor() {
        return netMinor() + taxMinor();
    }

    private static long listed(BigDecimal quantity, long unitMinor) {
        return quantity.multiply(BigDecimal.valueOf(unitMinor))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("An invoice line cannot have this " + what);
        }
    }
}
