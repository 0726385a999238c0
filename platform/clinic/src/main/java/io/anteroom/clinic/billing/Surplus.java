package io.anteroom.clinic.billing;

import io.anteroom.payments.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived when nothing was left to pay.
 *
 * @param invoice what it was meant for, or nothing if that is not known
 */
public record Surplus(Payment payment, @Nullable InvoiceRow invoice) {}
