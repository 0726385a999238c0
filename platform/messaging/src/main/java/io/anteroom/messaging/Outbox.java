package io.anteroom.messaging;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's outbox. What is put in commits with the caller's transaction, or not at all. */
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private final MessageStore store;
    private final WorkQueue work;
    private final Clock clock;

    Outbox(MessageStore store, WorkQueue work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Stores the message, to be sent by the worker as soon as the transaction commits. One with a secret, a code or a
     * link that somebody waits for, goes before those without.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public MessageId send(Message message) {
        if (message.content().secret() == null) {
            return sendInTurn(message);
        }
        MessageId id = store.add(message, clock.instant());
        work.addUrgent(MessagingConfiguration.WORK, id.toString());
        return id;
    }

    /**
     * The same of one for which nobody waits, though it may have a secret.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public MessageId sendInTurn(Message message) {
        MessageId id = store.add(message, clock.instant());
        work.add(MessagingConfiguration.WORK, id.toString());
        return id;
    }
}
