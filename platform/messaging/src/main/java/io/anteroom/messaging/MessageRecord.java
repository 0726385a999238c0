package io.anteroom.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its clinic may look it up afterwards. The content is without its secret, and shows dots in its place.
 *
 * @param reason why it failed, in plain words, or nothing
 * @param createdAt when it was put into the outbox
 * @param stateAt when it reached its state
 */
public record MessageRecord(
        MessageId id,
        Channel channel,
        String recipient,
        MessageAbout about,
        MessageContent content,
        MessageState state,
        @Nullable String reason,
        Instant createdAt,
        Instant stateAt) {

    /** Names neither the recipient nor the content, since both are personal. */
    @Override
    public String toString() {
        return "MessageRecord[" + id + ", " + state + "]";
    }
}
