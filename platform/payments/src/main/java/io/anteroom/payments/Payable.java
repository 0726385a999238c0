package io.anteroom.payments;

/**
 * What its owner says of something that can be paid, at this moment.
 *
 * @param ref which one
 * @param due what is still owed; nothing if it is paid
 * @param open whether it may be paid: not a draft, not void, not paid
 * @param description one line for the payment page and the card statement's details, without health data, like {@code
 *     Invoice 2026-0017}
 */
public record Payable(PayableRef ref, Money due, boolean open, String description) {}
