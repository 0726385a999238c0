package io.anteroom.payments;

import java.util.Optional;
import java.util.UUID;

/** One attempt to pay, unique in the whole platform; stands in the return page's address. */
public record PaymentId(UUID value) {

    /** Reads an id from an address; nothing if it is not one. */
    public static Optional<PaymentId> parse(String text) {
        try {
            return Optional.of(new PaymentId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
