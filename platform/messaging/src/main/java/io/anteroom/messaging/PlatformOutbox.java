package io.anteroom.messaging;

import io.anteroom.tenancy.work.PlatformWorkQueue;
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
    private final PlatformWorkQueue work;
    private final Clock clock;

    PlatformOutbox(MessageStore store, PlatformWorkQueue work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Stores the message, to be sent by the worker as soon as the transaction commits. One with a secret, a code or a
     * link that somebody waits for, goes before those without.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a control transaction
     */
    public MessageId send(Message message) {
        MessageId id = store.add(message, clock.instant());
        if (message.content().secret() == null) {
            work.add(MessagingConfiguration.PLATFORM_WORK, id.toString());
        } else {
            work.addUrgent(MessagingConfiguration.PLATFORM_WORK, id.toString());
        }
        return id;
    }
}
