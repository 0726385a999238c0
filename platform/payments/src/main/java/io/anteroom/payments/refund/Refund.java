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
 * @param stateAt when it came to its state, as far as is known
 * @param failure why it was refused or did not arrive, as a Stripe code
 * @param settled that it did not arrive and was settled in another way, or null
 */
public record Refund(
        UUID id,
        PaymentId payment,
        Money amount,
        String reason,
        String askedBy,
        Instant askedAt,
        State state,
        Instant stateAt,
        @Nullable String failure,
        @Nullable Settled settled) {

    /**
     * That the money has reached whoever paid in another way, or need not.
     *
     * @param how as staff wrote it
     * @param by who it was
     */
    public record Settled(Instant at, String by, String how) {}

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
