package io.anteroom.payments.card;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer's consent that one card be charged while they are away.
 *
 * @param about what may be paid by it, as the caller names that
 * @param version which version of the words was shown
 * @param wording what they agreed to, as it was shown to them
 * @param language in which that was
 * @param givenBy who said yes, as the caller names them
 * @param revokedAt since when it does not stand any more, or null
 * @param revokedBy who took it back, or null
 */
public record CardConsent(
        UUID id,
        PayerRef payer,
        String about,
        CardId card,
        int version,
        String wording,
        String language,
        Instant givenAt,
        String givenBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    /** Whether the card may be charged by it. */
    public boolean stands() {
        return revokedAt == null;
    }
}
