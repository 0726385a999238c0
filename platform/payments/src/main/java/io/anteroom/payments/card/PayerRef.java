package io.anteroom.payments.card;

import java.util.regex.Pattern;

/**
 * Somebody who pays and keeps cards, by the name that the caller gives them: {@code account} {@code 17}. Means something only
 * inside one clinic.
 *
 * @param kind what they are, lower case letters and underscores
 * @param id which one, at most 64 characters
 */
public record PayerRef(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z_]{1,32}");

    /**
     * @throws IllegalArgumentException if either is not of the shape above
     */
    public PayerRef {
        if (!KIND.matcher(kind).matches() || id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("Not a payer");
        }
    }
}
