package io.anteroom.clinic.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act, as its use case tells it: {@code AuditEntry.of(INVOICE_SENT, "invoice", 12).ofPatient(7).with("Number", "INV-12")}.
 *
 * @param subjectKind what it was done to: {@code patient}, {@code invoice}, {@code settings}
 * @param subjectId that thing's id, or empty where there is only one
 * @param patientId whose record it touched, if anybody's
 * @param detail what else to show, label to value, in order. Never a code, a token, a card's number or a health datum
 */
public record AuditEntry(
        AuditAction action,
        String subjectKind,
        String subjectId,
        @Nullable Long patientId,
        Map<String, String> detail) {

    /** Copies the detail, keeping its order. */
    public AuditEntry {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** An act on the thing of that kind and id. */
    public static AuditEntry of(AuditAction action, String subjectKind, Object subjectId) {
        return new AuditEntry(action, subjectKind, subjectId.toString(), null, Map.of());
    }

    /** An act on a patient's record itself. */
    public static AuditEntry ofRecord(AuditAction action, long patientId) {
        return of(action, "patient", patientId).ofPatient(patientId);
    }

    /** The same act, touching that patient's record. */
    public AuditEntry ofPatient(long patient) {
        return new AuditEntry(action, subjectKind, subjectId, patient, detail);
    }

    /** The same act with one more detail to show. */
    public AuditEntry with(String label, String value) {
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put(label, value);
        return new AuditEntry(action, subjectKind, subjectId, patientId, more);
    }
}
