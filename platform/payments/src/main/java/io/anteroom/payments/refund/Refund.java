package io.anteroom.payments.refund;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff had given back of a payment.
 *
 * @param reason as they wrote it
 * @param askedBy who it was
 * @param failure why it was refused or did not arrive, as a Stripe code
 */
public record Refund(
        UUID id,
        PaymentId payment,
        Money amount,
        String reason,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable String failure) {

    /** How far it is. */
    public enum State {
        /** It is to be done; whether Stripe has done it may not be known yet. */
        ASKED,
        /** Stripe gave it back; it arrives within days. */
        GIVEN,
        /** Stripe gave it back, and it came back: it did not arrive. */
        FAILED,
        /** Stripe would not. */
        REFUSED
    }
}
