package io.anteroom.payments.card;

import io.anteroom.payments.Payment;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A card that somebody saved with the clinic, as last heard of from Stripe.
 *
 * @param brand as Stripe names it: {@code visa}
 * @param last4 its last four digits
 * @param until the last month it is good for
 * @param name what its owner calls it, or null
 * @param preferred whether it is the one to pay with unless another is chosen
 */
public record SavedCard(
        CardId id,
        String brand,
        String last4,
        YearMonth until,
        @Nullable String name,
        boolean preferred,
        Instant addedAt) {

    /** Brand and last digits, in words: {@code Visa ending 4242}. */
    public String title() {
        return Payment.cardName(brand + " " + last4);
    }

    /** What the brand is called: {@code Visa}. */
    public String brandName() {
        String title = title();
        return title.substring(0, title.length() - " ending ".length() - last4.length());
    }

    /** Whether it is too old to pay with. */
    public boolean isExpired(YearMonth now) {
        return until.isBefore(now);
    }

    /** Whether this month or the next is its last: time to tell its owner. */
    public boolean expiresSoon(YearMonth now) {
        return !isExpired(now) && until.isBefore(now.plusMonths(2));
    }
}
