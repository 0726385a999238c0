package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that Stripe sends to the clinic's bank, as last read.
 *
 * @param status as Stripe says: {@code pending}, {@code in_transit}, {@code paid}, {@code failed}, {@code canceled}
 * @param automatic whether Stripe sent what was there by itself, and so tells what it is made of
 * @param complete whether Stripe has told all that it is made of
 * @param failure why the bank sent it back, as a Stripe code
 */
record PayoutSeen(
        String id,
        Money amount,
        String status,
        boolean automatic,
        boolean complete,
        Instant createdAt,
        LocalDate arrivesOn,
        @Nullable String failure) {}
