package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where Stripe and the clinic's own books say something else.
 *
 * @param reference what it is about: a movement's, a payment's or a payout's id, or a currency
 * @param ours what we say
 * @param theirs what Stripe says
 * @param payment the payment it is about, if it is one
 * @param foundAt when it was first found
 * @param setAside that somebody let it be, if somebody did
 */
public record Difference(
        DifferenceKind kind,
        String reference,
        Money ours,
        Money theirs,
        @Nullable PaymentId payment,
        Instant foundAt,
        @Nullable SetAside setAside) {

    /**
     * Somebody looked into it and let it be.
     *
     * @param by who, as shown to staff
     * @param reason as they wrote it
     */
    public record SetAside(Instant at, String by, String reason) {}
}
