package io.anteroom.stripeemulator.objects;

import java.time.YearMonth;

/**
 * A card as entered on the hosted page.
 *
 * @param until the last month it is good for
 * @param save whether the box to save it was ticked
 */
public record Entered(TestCard card, YearMonth until, boolean save) {

    /** The card, good for years, its box not ticked. */
    public static Entered of(TestCard card) {
        return new Entered(card, PaymentMethods.UNTIL, false);
    }

    /** The same, with the box ticked. */
    public Entered saved() {
        return new Entered(card, until, true);
    }
}
