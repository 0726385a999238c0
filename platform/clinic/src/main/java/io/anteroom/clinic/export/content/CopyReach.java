package io.anteroom.clinic.export.content;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import java.util.Optional;
import java.util.Set;

/**
 * How much a copy holds, by the access of who asks for it. With full access it is what the pages show; with limited access what this person
 * entered. Who cares for somebody else gets no more than that either: they have no need of the whole record in a file.
 *
 * @param own whether who asks is the patient
 * @param level limited for what who asks entered
 * @param scopes which parts of the record
 */
public record CopyReach(boolean own, AccessLevel level, Set<AccessScope> scopes) {

    /** Copies the set. */
    public CopyReach {
        scopes = Set.copyOf(scopes);
    }

    /** What this person may have a copy of, if of anything. */
    public static Optional<CopyReach> of(VisiblePatient patient) {
        if (patient.isForPayingOnly()) {
            return Optional.empty();
        }
        boolean own = patient.relationship() == Relationship.SELF;
        boolean all = own || patient.relationship() == Relationship.PARENT;
        if (all && patient.level() == AccessLevel.FULL) {
            return Optional.of(new CopyReach(own, AccessLevel.FULL, patient.scopes()));
        }
        return patient.scopes().contains(AccessScope.BOOKINGS)
                ? Optional.of(new CopyReach(own, AccessLevel.LIMITED, Set.of(AccessScope.BOOKINGS)))
                : Optional.empty();
    }

    /** Whether all of that part is in it. */
    public boolean all(AccessScope scope) {
        return level == AccessLevel.FULL && scopes.contains(scope);
    }

    /** Whether clinical records are in it, so that it is behind the fresh check. */
    public boolean clinical() {
        return all(AccessScope.CLINICAL);
    }

    /** Whether more of who the patient is than the name is in it: for whoever has a right to the profile, as its pages have it. */
    boolean profile() {
        return level == AccessLevel.FULL && (own || scopes.contains(AccessScope.BOOKINGS));
    }

    /** Whether the patient's own contact details are in it. */
    boolean contacts() {
        return own && all(AccessScope.BOOKINGS);
    }

    /** Whether one of this reach may be fetched by whoever may have one of the other now. */
    public boolean within(CopyReach other) {
        return own == other.own
                && (level == AccessLevel.LIMITED || other.level == AccessLevel.FULL)
                && other.scopes.containsAll(scopes);
    }
}
