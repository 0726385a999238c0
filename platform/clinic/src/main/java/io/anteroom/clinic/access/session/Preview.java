package io.anteroom.clinic.access.session;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffPolicy;
import io.anteroom.clinic.staff.StaffRole;
import java.time.Instant;
import java.util.Set;

/**
 * A member of staff who looks at the portal as somebody else would, for a while.
 *
 * @param by who looks
 * @param roles what that person was at the clinic when the preview was made
 * @param as as whom
 * @param drafted whether with the portal's settings as they are being worked on, and not as published
 * @param until when it ends by itself
 * @param chart what is seen; every line of the log it leaves is of {@code by}
 */
public record Preview(
        Actor.Staff by, Set<StaffRole> roles, PreviewAs as, boolean drafted, Instant until, VisibleChart chart) {

    /** Copies the roles. */
    public Preview {
        roles = Set.copyOf(roles);
    }

    /** Whether who looks may do that at the clinic, and so may see as somebody else what it is about. */
    public boolean may(Permission permission) {
        return StaffPolicy.allows(roles, permission);
    }
}
