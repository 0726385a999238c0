package io.anteroom.payments.checkout;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Saved;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.PayerRef;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants paid with a saved card.
 *
 * @param card null where it is the one that the payer's consent names, who is away
 * @param about what that consent is about, empty where none is needed
 * @param shown the consent that it must be, or null where any that stands will do
 */
record CardWish(
        CardCharge charge,
        PayerRef payer,
        @Nullable CardId card,
        String about,
        @Nullable UUID shown,
        URI returnTo) {

    PaymentId attempt() {
        return charge.attempt();
    }

    PayableRef payable() {
        return charge.payable();
    }

    Money amount() {
        return charge.amount();
    }

    /** Whether an attempt was begun for just this. */
    boolean begun(Order order) {
        Saved saved = order.saved();
        return order.payable().equals(payable())
                && order.amount().equals(amount())
                && saved != null
                && (card == null
                        ? saved.consent() != null
                        : saved.consent() == null && saved.card().equals(card));
    }
}
