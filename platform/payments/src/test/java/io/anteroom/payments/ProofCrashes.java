package io.anteroom.payments;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets the process die between two steps. Each step that lasts is a transaction, so it dies before one; a transaction that it dies in is
 * one that it died before.
 */
final class ProofCrashes implements TransactionExecutionListener {

    private volatile int left;

    /** What the process died of. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The transaction before which it dies, from 1; 0 for none. */
    void dieBefore(int step) {
        left = step;
    }

    /** Whether a walk dies before that step, or gets through first. */
    boolean dies(int step, Runnable walk) {
        left = step;
        try {
            walk.run();
            return false;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof Crash) {
                return true;
            }
            throw e;
        } catch (Crash _) {
            return true;
        } finally {
            left = 0;
        }
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (left > 0 && --left == 0) {
            throw new Crash();
        }
    }
}
