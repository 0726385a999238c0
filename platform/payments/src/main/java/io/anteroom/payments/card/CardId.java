package io.anteroom.payments.card;

import java.util.Optional;
import java.util.UUID;

/** A saved card, unique in the whole platform. */
public record CardId(UUID value) {

    /** Reads an id from an address or a form; nothing if it is not one. */
    public static Optional<CardId> parse(String text) {
        try {
            return Optional.of(new CardId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
