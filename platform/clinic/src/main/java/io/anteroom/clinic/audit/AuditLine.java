package io.anteroom.clinic.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read back.
 *
 * @param who the name the actor had then
 * @param byStaff whether a member of staff acted
 * @param patientId whose record it touched
 * @param patientName that patient's name today
 * @param detail what else to show, label to value, in order
 * @param requestId the request it was done by, to find it in the platform's logs
 */
public record AuditLine(
        long id,
        Instant at,
        String who,
        boolean byStaff,
        AuditAction action,
        String subjectKind,
        String subjectId,
        @Nullable Long patientId,
        @Nullable String patientName,
        Map<String, String> detail,
        @Nullable String requestId) {

    /** Where in the log the line stands; the next page begins after it. */
    public AuditPosition position() {
        return new AuditPosition(at, id);
    }
}
