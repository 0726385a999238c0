package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import java.util.Set;

/**
 * A patient that an account may see, and how much of it.
 *
 * @param id whose chart it is
 * @param name the patient's name as it is shown, given name first
 * @param relationship what the account's holder is to the patient
 * @param level how deep it goes
 * @param scopes which parts it opens, never empty
 */
public record VisiblePatient(
        PatientId id, String name, Relationship relationship, AccessLevel level, Set<AccessScope> scopes) {

    public VisiblePatient {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Whether somebody else's money is all that is open: such a person pays, and is shown amounts but not what they are for, nor
     * anything else of the record.
     */
    public boolean isForPayingOnly() {
        return relationship != Relationship.SELF && GrantTerms.isForPayingOnly(scopes);
    }

    /** Whether what the clinic itself made in that part of the chart may be shown. */
    boolean opens(AccessScope scope) {
        return level == AccessLevel.FULL && scopes.contains(scope);
    }
}
