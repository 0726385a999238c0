package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditPosition;
import java.time.Instant;

/**
 * Something that somebody did with a patient's record.
 *
 * @param id the entry's number in the clinic's log
 * @param at when
 * @param by what kind of person or thing did it
 * @param name what they were called then
 * @param action what was done; nothing of what was written there
 */
public record RecordUse(long id, Instant at, By by, String name, AuditAction action) {

    /** Who can do something with a record. */
    public enum By {
        /** The one who looks at this list. */
        YOU,
        /** A member of the clinic's staff. */
        STAFF,
        /** Somebody else who may sign in to this record. */
        ANOTHER_PERSON,
        /** The platform by itself. */
        PLATFORM,
        /** An operator of the platform. */
        OPERATOR
    }

    /** Where in the log it stands. */
    AuditPosition position() {
        return new AuditPosition(at, id);
    }
}
