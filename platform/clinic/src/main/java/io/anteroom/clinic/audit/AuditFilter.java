package io.anteroom.clinic.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read. A part that is null leaves nothing out.
 *
 * @param who acts of that person or kind of actor
 * @param what acts of that kind
 * @param patients acts on these patients' records, and on those that went into them; none of them finds nothing
 * @param from no earlier than
 * @param until earlier than
 */
public record AuditFilter(
        @Nullable Who who,
        @Nullable AuditAction what,
        @Nullable List<Long> patients,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Every entry. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    /** Who acted. */
    public sealed interface Who {

        /** The member of staff of that subject. */
        record StaffMember(String subject) implements Who {}

        /** Any member of staff. */
        record AnyStaff() implements Who {}

        /** Anybody signed in to the portal. */
        record AnyPortalUser() implements Who {}

        /** The platform by itself, or its operators. */
        record ThePlatform() implements Who {}
    }
}
