package io.anteroom.clinic.billing.credit;

import java.util.Set;

/** How much of an invoice is to be credited. */
public sealed interface CreditWish {

    /** All that was not credited yet. */
    record Whole() implements CreditWish {}

    /** All that is left of these lines, by their places on the invoice, from 0. */
    record Lines(Set<Integer> positions) implements CreditWish {
        public Lines {
            positions = Set.copyOf(positions);
        }
    }

    /** An amount with tax, in minor units, shared over the lines by what is left of them. */
    record Amount(long minor) implements CreditWish {}
}
