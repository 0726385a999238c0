package io.anteroom.tenancy;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what must be said of an act only once it has happened, such as counting it. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs {@code work} when the caller's transaction commits, never if it is rolled back, and at once outside of one. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
