package io.anteroom.payments.stripe;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds callers to it that no transaction, and so no database connection, waits for Stripe. */
public final class Outside {

    private Outside() {}

    /**
     * Throws where a transaction is open.
     *
     * @throws IllegalStateException if one is
     */
    public static void transaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Stripe is asked outside a transaction");
        }
    }
}
