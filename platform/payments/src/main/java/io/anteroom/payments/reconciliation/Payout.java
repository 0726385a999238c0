package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money sent to the clinic's bank.
 *
 * @param status as Stripe says: {@code pending}, {@code in_transit}, {@code paid}, {@code failed} or {@code canceled}
 * @param failure why the bank sent it back, as a Stripe code
 * @param itemised whether it is known what it is made of; never of one that somebody sent by hand
 * @param moved what came and went, before fees, of all that it is made of
 * @param fees what Stripe kept of that
 */
public record Payout(
        String id,
        Money amount,
        String status,
        LocalDate arrivesOn,
        @Nullable String failure,
        boolean itemised,
        Money moved,
        Money fees) {

    /** Whether what it is made of comes to exactly what was sent. */
    public boolean addsUp() {
        return itemised && moved.minus(fees).equals(amount);
    }

    /**
     * What it has of one kind of movement.
     *
     * @param category as Stripe's reports name it: {@code charge}, {@code refund}, {@code dispute} ...
     * @param amount what came, or went, before fees
     * @param fee what Stripe kept of it
     * @param count of how many movements
     */
    public record Sum(String category, Money amount, Money fee, int count) {}
}
