package io.anteroom.payments.card;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at paying with a saved card.
 *
 * @param card which
 * @param away whether the card was charged by a consent, and not by its owner's own click
 * @param bank where the bank waits for the person, or null while it does not
 */
public record CardAttempt(
        CardId card, boolean away, @Nullable URI bank) {}
