package io.anteroom.clinic.billing.money;

import io.anteroom.payments.Payment;

/** One payment in the list, with what it is for. */
public record PaymentRow(Payment payment, PaidFor paidFor) {}
