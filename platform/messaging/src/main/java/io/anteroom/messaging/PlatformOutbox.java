package io.anteroom.messaging;

import java.time.Clock;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The platform's own outbox in the control schema, for mail that belongs to no clinic, as while somebody signs up. What is
 * put in commits with the caller's control transaction, or not at all.
 */
@Transactional(transactionManager = "controlTransactions", propagation = Propagation.MANDATORY)
public class PlatformOutbox {

    private final MessageStore store;
    private final Clock clock;

    PlatformOutbox(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores the message; the worker finds it within a second of the commit.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a control transaction
     */
    public MessageId send(Message message) {
        return store.add(message, clock.instant());
    }
}
