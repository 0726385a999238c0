package io.anteroom.stripeemulator.money;

import io.anteroom.stripeemulator.world.Amounts;
import java.time.Duration;

/**
 * What Stripe keeps, and how long money takes. Amounts are of two-digit currencies and scaled to others.
 *
 * @param share of each charge, in hundredths of a per cent
 * @param fixed of each charge, in minor units
 * @param dispute of each dispute, in minor units, however it is decided
 * @param settling from a charge until its money can be paid out
 */
public record Pricing(int share, long fixed, long dispute, Duration settling) {

    /** 1.4 % and 25 minor units, 20.00 for a dispute, two days. */
    public static final Pricing USUAL = new Pricing(140, 25, 2_000, Duration.ofDays(2));

    private static final int WHOLE = 10_000;

    /** What is kept of a charge; never more than the charge. */
    long fee(long amount, String currency) {
        long step = Amounts.step(currency);
        long steps = (amount / step * share + WHOLE / 2) / WHOLE;
        return Math.min(amount, (steps + fixed) * step);
    }

    long disputeFee(String currency) {
        return dispute * Amounts.step(currency);
    }
}
