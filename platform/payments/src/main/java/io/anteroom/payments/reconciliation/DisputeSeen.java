package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as last read.
 *
 * @param intent the payment intent whose money it is about, if any
 * @param reason as Stripe says: {@code fraudulent}, {@code product_not_received} ...
 * @param status as Stripe says: {@code needs_response}, {@code under_review}, {@code won}, {@code lost} ...
 * @param answerBy until when the clinic can answer, if it still can
 */
record DisputeSeen(
        String id,
        String charge,
        @Nullable String intent,
        Money amount,
        String reason,
        String status,
        @Nullable Instant answerBy,
        Instant openedAt) {}
