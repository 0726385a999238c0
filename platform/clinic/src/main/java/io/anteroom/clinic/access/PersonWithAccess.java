package io.anteroom.clinic.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody besides the patient who may see the patient's record in the portal.
 *
 * @param name the name of the patient it is, or null for somebody who is no patient here
 * @param addresses what the person signs in with, the email address first; none means the access can't be used now
 * @param relationship what the person is to the patient
 * @param level how much of the record it opens
 * @param grantedAt since when
 * @param grantedBy the name of who gave it
 * @param expiresAt until when, or null for no end
 */
public record PersonWithAccess(
        @Nullable String name,
        List<String> addresses,
        Relationship relationship,
        AccessLevel level,
        Instant grantedAt,
        String grantedBy,
        @Nullable Instant expiresAt) {

    public PersonWithAccess {
        addresses = List.copyOf(addresses);
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "PersonWithAccess[" + relationship + "]";
    }
}
