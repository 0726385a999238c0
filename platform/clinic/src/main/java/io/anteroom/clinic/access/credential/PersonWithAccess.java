package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody besides the patient who may see the patient's record in the portal.
 *
 * @param grant what gives it
 * @param name the name of the patient it is, or what the clinic calls the person, or null where neither is known
 * @param addresses what the person signs in with, the email address first; none means the access can't be used now
 * @param relationship what the person is to the patient
 * @param level how much of the record it opens, apart from {@code limitedFrom}
 * @param scopes which parts of it, never empty
 * @param grantedAt since when
 * @param grantedBy the name of who gave it
 * @param expiresAt until when, or null for no end
 * @param limitedFrom from when on it is limited by the patient's age, whatever the level, or null if it never is
 * @param endsByAge when it is over by the patient's age, or null if it never is
 */
public record PersonWithAccess(
        GrantId grant,
        @Nullable String name,
        List<String> addresses,
        Relationship relationship,
        AccessLevel level,
        Set<AccessScope> scopes,
        Instant grantedAt,
        String grantedBy,
        @Nullable Instant expiresAt,
        @Nullable Instant limitedFrom,
        @Nullable Instant endsByAge) {

    public PersonWithAccess {
        addresses = List.copyOf(addresses);
        scopes = Set.copyOf(scopes);
    }

    /** What was given, before the patient's age has its say. */
    public GrantTerms terms() {
        return new GrantTerms(relationship, level, scopes, expiresAt);
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "PersonWithAccess[" + relationship + "]";
    }
}
