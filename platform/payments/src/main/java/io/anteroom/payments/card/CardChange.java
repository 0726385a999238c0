package io.anteroom.payments.card;

/** What came of wanting to change or remove a saved card. */
public enum CardChange {
    /** It is so now. */
    DONE,
    /** This payer has no such card, or not any more. */
    NOT_FOUND,
    /** Stripe does not answer; whether it is so already will be found out, and asking again does no harm. */
    TRY_AGAIN
}
