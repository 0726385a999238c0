package io.anteroom.messaging;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The platform's own outbox in the control schema, for mail that belongs to no clinic, as while somebody signs up. What is
 * put in commits with the caller's control transaction, or not at all.
 */
@Transactional(transactionManager = "controlTransactions", propagation = Propagation.MANDATORY)
public class PlatformOutbox {

    private final MessageStore store;
    private final Consumer<MessageId> work;
    private final Clock clock;

    /**
     * @param work leaves a pointer to the message for the worker, in the same transaction
     */
    PlatformOutbox(MessageStore store, Consumer<MessageId> work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Stores the message, to be sent by the worker as soon as the transaction commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a control transaction
     */
    public MessageId send(Message message) {
        MessageId id = store.add(message, clock.instant());
        work.accept(id);
        return id;
    }
}
