package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the movements that a payout is made of.
 *
 * @param category as Stripe's reports name it: {@code charge}, {@code refund}, {@code dispute} ...
 * @param amount what came, or went, before the fee
 * @param payment the payment it belongs to, if it is ours
 */
public record PayoutPart(
        String id,
        String category,
        Money amount,
        Money fee,
        @Nullable PaymentId payment,
        Instant at) {}
