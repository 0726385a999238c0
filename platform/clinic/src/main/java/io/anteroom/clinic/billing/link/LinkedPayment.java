package io.anteroom.clinic.billing.link;

import io.anteroom.payments.Payment;

/**
 * What became of a payment that was begun by a link.
 *
 * @param payment how it stands
 * @param number that of its invoice
 * @param payable whether the link still leads to something to pay
 */
public record LinkedPayment(Payment payment, long number, boolean payable) {}
