package io.anteroom.payments;

/**
 * One of several things that are paid with one payment.
 *
 * @param ref which one
 * @param amount how much of the payment is its own, positive
 * @param description one line for the payment page, as of a {@link Payable}
 */
public record PayablePart(PayableRef ref, Money amount, String description) {}
