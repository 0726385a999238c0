package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Relationship;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's access to a record as those may know of it who have access themselves. What the person signs in with is not
 * here, and is never read for it.
 *
 * @param grant its number
 * @param name who it is, or null where no name is known
 * @param relationship what the person is to the patient
 * @param level how much of the record it opens now
 * @param scopes which parts of it, never empty
 * @param since when it was given
 * @param givenBy the name of who gave it, or made what led to it
 * @param how on what occasion
 * @param limitedFrom from when on it is limited by the patient's age, if that is still to come, else null
 * @param until when it is over by its date or by the patient's age, whichever comes first, or null for no end
 * @param mine whether it is the viewer's own
 * @param mayEnd whether the viewer may end it
 */
public record HeldAccess(
        GrantId grant,
        @Nullable String name,
        Relationship relationship,
        AccessLevel level,
        Set<AccessScope> scopes,
        Instant since,
        String givenBy,
        GivenHow how,
        @Nullable Instant limitedFrom,
        @Nullable Instant until,
        boolean mine,
        boolean mayEnd) {

    /** Copies the scopes. */
    public HeldAccess {
        scopes = Set.copyOf(scopes);
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "HeldAccess[" + grant + "]";
    }
}
