package io.anteroom.payments;

/** What came of closing the payment page of something that should not be paid any more. */
public enum Withdrawal {
    /** Nobody can pay it on a page opened earlier; new attempts are up to the payable being open. */
    CLOSED,
    /** It was paid meanwhile, or a bank is working on it: look at the payable again. */
    PAID_MEANWHILE,
    /** Stripe does not answer; a page may still be open. */
    TRY_AGAIN
}
