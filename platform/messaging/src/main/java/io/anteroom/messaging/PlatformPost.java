package io.anteroom.messaging;

import io.anteroom.messaging.SenderIdentity.Look;
import java.util.UUID;

/**
 * Sends a message of the platform at once and keeps nothing of it, neither what it says nor that it was sent: for what
 * would tell whoever reads the platform's outbox something of a patient. Who sends it keeps what is needed to try again.
 */
public class PlatformPost {

    private final Carriers carriers;
    private final MessageMetrics metrics;
    private final Look look;

    PlatformPost(Carriers carriers, MessageMetrics metrics, Look look) {
        this.carriers = carriers;
        this.metrics = metrics;
        this.look = look;
    }

    /**
     * Hands the message over, outside any transaction.
     *
     * @param id of the message; the same for another try of the same one, so that carriers can tell
     */
    public Delivery send(UUID id, Message message) {
        return metrics.carried(message.channel(), () -> carriers.carry(new MessageId(id), message, look));
    }
}
