package io.anteroom.messaging;

import java.util.UUID;

/**
 * One message of one outbox. It also makes the email's {@code Message-ID} and the SMS gateway's idempotency key, so that
 * a message sent twice after a crash can be told from two messages.
 */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
