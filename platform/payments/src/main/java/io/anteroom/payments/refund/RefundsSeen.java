package io.anteroom.payments.refund;

/**
 * How far a payment was given back when somebody decided to give back more: held against how far it is by then, so that a
 * form left open beside another one gives back nothing that nobody decided.
 *
 * @param asked how often staff had asked
 * @param refundedMinor what was given back, by whomever, in minor units
 */
public record RefundsSeen(int asked, long refundedMinor) {}
