package io.anteroom.clinic.staff;

import io.anteroom.clinic.audit.Actor;
import java.util.Set;

/**
 * A signed-in member of the current clinic's staff.
 *
 * @param subject Keycloak's id of the person, the same at every clinic
 * @param name as shown to colleagues and in the audit log
 * @param email where mail reaches the person
 * @param roles what the person is at this clinic
 */
public record StaffMember(String subject, String name, String email, Set<StaffRole> roles) {

    /** Copies the roles. */
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Whether one of the roles allows it. */
    public boolean may(Permission permission) {
        return StaffPolicy.allows(roles, permission);
    }

    /**
     * Goes on only if one of the roles allows it.
     *
     * @throws NotPermittedException otherwise
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotPermittedException(permission);
        }
    }

    /** This person as the one who acts. */
    public Actor.Staff actor() {
        return new Actor.Staff(subject, name);
    }

    /** Names the person by subject alone. */
    @Override
    public String toString() {
        return "StaffMember[" + subject + "]";
    }
}
