package io.anteroom.payments.wallet;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe said of a customer.
 *
 * @param exists whether the customer is there; the clinic may have deleted it
 * @param preferred the payment method to use unless another is chosen
 */
record CardReading(boolean exists, @Nullable String preferred, List<Card> cards) {

    static final CardReading GONE = new CardReading(false, null, List.of());

    /** Whether the customer has that card. */
    boolean has(String method) {
        return cards.stream().anyMatch(card -> card.method().equals(method));
    }

    /** A card, by Stripe's id of the payment method. */
    record Card(String method, String brand, String last4, YearMonth until, Instant addedAt) {}
}
