package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.PortalSession;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which somebody besides the patient is signed in, who may see the patient's record.
 *
 * @param name the person's name, or null where nobody knows it
 * @param relationship what the person is to the patient
 */
public record OthersSession(@Nullable String name, Relationship relationship, PortalSession session) {

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "OthersSession[" + relationship + "]";
    }
}
