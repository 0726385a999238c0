package io.anteroom.payments;

import java.util.regex.Pattern;

/**
 * Something that can be paid, by the name its owner gave it: {@code invoice} {@code 17}. Means something only inside one
 * clinic.
 *
 * @param kind what it is, lower case letters and underscores
 * @param id which one, at most 64 characters
 */
public record PayableRef(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z_]{1,32}");

    /**
     * @throws IllegalArgumentException if either is not of the shape above
     */
    public PayableRef {
        if (!KIND.matcher(kind).matches() || id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("Not a payable");
        }
    }
}
