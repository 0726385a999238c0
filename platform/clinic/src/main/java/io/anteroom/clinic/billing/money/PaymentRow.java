package io.anteroom.clinic.billing.money;

import io.anteroom.payments.Payment;
import org.jspecify.annotations.Nullable;

/**
 * One payment in the list, with what it is for.
 *
 * @param settled whether it was to be given back, and what is left of it was settled in another way
 * @param dispute how its last dispute stands, as Stripe says, or nothing where there was none
 */
public record PaymentRow(
        Payment payment,
        PaidFor paidFor,
        boolean settled,
        @Nullable String dispute) {}
