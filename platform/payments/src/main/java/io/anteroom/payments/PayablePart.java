package io.anteroom.payments;

/**
 * What of an amount falls on one thing that can be paid.
 *
 * @param ref which one
 * @param amount how much, or nothing
 */
public record PayablePart(PayableRef ref, Money amount) {}
