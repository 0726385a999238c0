package io.anteroom.controlplane.fleet;

import io.anteroom.webkit.Badge;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a tenant stands, from the first form to its end. */
public enum Standing {
    /** Signed up, and the link in the mail is not confirmed yet. */
    PENDING,
    /** In the making. */
    PROVISIONING,
    /** In use. */
    ACTIVE,
    /** Closed by an operator for now. */
    SUSPENDED,
    /** A step of its making was tried too often; somebody must look. */
    FAILED,
    /** Gone, or about to go. */
    DELETED;

    /** The state in a word. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The same with its colour and drawing. */
    public Badge badge() {
        return switch (this) {
            case PENDING, DELETED -> Badge.quiet(word());
            case PROVISIONING -> Badge.notice(word());
            case ACTIVE -> Badge.good(word());
            case SUSPENDED -> Badge.warning(word());
            case FAILED -> Badge.bad(word());
        };
    }

    /** As queries and addresses write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this key; nothing for any other text. */
    static Optional<Standing> of(String key) {
        return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
