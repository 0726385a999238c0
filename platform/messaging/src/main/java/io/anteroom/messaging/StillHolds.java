package io.anteroom.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * Asked right before a message of its kind is sent, and again before each retry: is it still true? A message that no
 * longer holds (a code that was used, an invoice paid meanwhile) is dropped. One bean per kind; a kind without one always
 * holds.
 */
public interface StillHolds {

    /** The {@link MessageAbout#kind()} it answers for. */
    String kind();

    /**
     * Whether what {@code ref} names still warrants the message. Called in a read-only transaction of the message's own
     * tenant (of {@code control} for platform mail).
     */
    boolean holds(String ref);

    /**
     * Since when somebody sits waiting for the message, for the figures; nothing where nobody does. Asked in the same
     * transaction, of what still holds.
     */
    default Optional<Instant> awaitedSince(String ref) {
        return Optional.empty();
    }

    /**
     * Until when the message has to wait, such as the end of a night; nothing where it may go at once. Asked in the same
     * transaction, of what still holds. The wait does not count as a try.
     */
    default Optional<Instant> notBefore(String ref) {
        return Optional.empty();
    }
}
