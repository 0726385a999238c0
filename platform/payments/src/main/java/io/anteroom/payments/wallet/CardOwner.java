package io.anteroom.payments.wallet;

import io.anteroom.payments.card.PayerRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer as a customer on a connected account.
 *
 * @param attempt the idempotency key of making the customer
 * @param customer Stripe's id, once known
 */
record CardOwner(
        PayerRef payer,
        String account,
        UUID attempt,
        @Nullable String customer,
        Instant begunAt) {}
