package io.anteroom.clinic.access.passkey;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name what the owner calls it
 * @param addedAt when it was added
 * @param last when it last signed in or opened clinical records, or null if it never did
 */
public record Passkey(
        PasskeyId id,
        String name,
        Instant addedAt,
        @Nullable Instant last) {

    /** The longest name of one, in characters. */
    public static final int LONGEST_NAME = 60;

    /** When it was last used, if it was. */
    public Optional<Instant> lastUsed() {
        return Optional.ofNullable(last);
    }
}
