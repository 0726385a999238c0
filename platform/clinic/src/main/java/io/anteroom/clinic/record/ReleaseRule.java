package io.anteroom.clinic.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When patients see what is shared with them. */
public enum ReleaseRule {
    AT_ONCE,
    AFTER_DAYS,
    AFTER_REVIEW;

    /** As columns and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of that code, or nothing for a code we don't know. */
    public static Optional<ReleaseRule> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static ReleaseRule of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
