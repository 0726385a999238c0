package io.anteroom.payments;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets the process die between two steps. Each step that lasts is a transaction, so it dies before one; a transaction
 * that it dies in is one that it died before.
 */
final class ProofCrashes implements TransactionExecutionListener {

    private final AtomicInteger left = new AtomicInteger();
    private volatile boolean died;

    /** What the process died of. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The transaction before which it dies, from 1; 0 for none. */
    void dieBefore(int step) {
        left.set(step);
    }

    /** Whether something dies before that step, be it in another thread, or gets through first. */
    boolean dies(int step, Runnable something) {
        died = false;
        left.set(step);
        try {
            something.run();
        } catch (IllegalStateException | Crash e) {
            if (!died) {
                throw e;
            }
        } finally {
            left.set(0);
        }
        return died;
    }

    @Override
    public synchronized void beforeBegin(TransactionExecution transaction) {
        if (left.get() > 0 && left.decrementAndGet() == 0) {
            died = true;
            throw new Crash();
        }
    }
}
