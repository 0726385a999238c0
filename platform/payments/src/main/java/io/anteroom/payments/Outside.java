package io.anteroom.payments;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds callers to it that no transaction, and so no database connection, waits for Stripe. */
final class Outside {

    private Outside() {}

    static void transaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Stripe is asked outside a transaction");
        }
    }
}
