package io.anteroom.payments.card;

import java.util.Optional;
import java.util.UUID;

/** One attempt at adding a card, unique in the whole platform; stands in the return page's address. */
public record CardSetupId(UUID value) {

    /** Reads an id from an address; nothing if it is not one. */
    public static Optional<CardSetupId> parse(String text) {
        try {
            return Optional.of(new CardSetupId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
