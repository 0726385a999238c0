package io.anteroom.clinic.billing.bundle;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A bundle's id, made of what is in it: the same choice has the same. */
public record BundleId(UUID value) {

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The id that is written so, or nothing if it is none. */
    public static Optional<BundleId> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new BundleId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
