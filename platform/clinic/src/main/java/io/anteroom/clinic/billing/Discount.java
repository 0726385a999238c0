package io.anteroom.clinic.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is taken off a price as it is written: a part of it or an amount, never both.
 *
 * @param basisPoints the part in hundredths of a per cent, 0 to 10,000
 * @param minor the amount in the currency's minor unit, 0 to {@link InvoiceLine#MOST_MINOR}
 */
public record Discount(int basisPoints, long minor) {

    /** Nothing off. */
    public static final Discount NONE = new Discount(0, 0);

    /**
     * @throws IllegalArgumentException outside the bounds above
     */
    public Discount {
        if (basisPoints < 0
                || basisPoints > 10_000
                || minor < 0
                || minor > InvoiceLine.MOST_MINOR
                || (basisPoints > 0 && minor > 0)) {
            throw new IllegalArgumentException("This is no discount");
        }
    }

    /** A part, such as 1000 for 10 %. */
    public static Discount part(int basisPoints) {
        return new Discount(basisPoints, 0);
    }

    /** An amount in the currency's minor unit. */
    public static Discount amount(long minor) {
        return new Discount(0, minor);
    }

    /** Whether nothing is taken off. */
    public boolean isNone() {
        return basisPoints == 0 && minor == 0;
    }

    /** What it takes off {@code price}, rounded half up to the minor unit. */
    public long of(long price) {
        return basisPoints == 0
                ? minor
                : BigDecimal.valueOf(price)
                        .multiply(BigDecimal.valueOf(basisPoints, 4))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
