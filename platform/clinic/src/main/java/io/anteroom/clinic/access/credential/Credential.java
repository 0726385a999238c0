package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.SignInAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that signs an account in.
 *
 * @param address what it is, in its normal form, unique in the organisation
 * @param addedAt when staff set it
 * @param verified when the first code sent to it was entered, or null while none was
 * @param locked when codes sent to it are taken again after too many wrong ones, or null if they are taken
 */
public record Credential(
        SignInAddress address,
        Instant addedAt,
        @Nullable Instant verified,
        @Nullable Instant locked) {

    /** When the first code sent to it was entered; nothing while it is unverified. */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verified);
    }

    /** When codes are taken again, if too many wrong ones were entered in a row. */
    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(locked);
    }
}
