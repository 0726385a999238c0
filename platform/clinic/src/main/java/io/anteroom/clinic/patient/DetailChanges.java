package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.AuditEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which fields of a record changed, from what to what. */
record DetailChanges(PatientTexts before, PatientTexts after, List<PatientField> fields) {

    /** Whose old and new words the log does not repeat, since they may be about health. */
    private static final Set<PatientField> NOT_REPEATED = EnumSet.of(PatientField.ALERTS, PatientField.GENDER);

    private static final String NO_COUNTRY = "ZZ";

    static DetailChanges between(PatientDetails before, PatientDetails after) {
        PatientTexts old = PatientTexts.of(before, NO_COUNTRY);
        PatientTexts now = PatientTexts.of(after, NO_COUNTRY);
        return new DetailChanges(
                old,
                now,
                Stream.of(PatientField.values())
                        .filter(field -> !old.get(field).equals(now.get(field)))
                        .toList());
    }

    boolean none() {
        return fields.isEmpty();
    }

    AuditEntry on(AuditEntry entry) {
        AuditEntry told = entry;
        for (PatientField field : fields) {
            told = told.with(field.label(), change(field));
        }
        return told;
    }

    private String change(PatientField field) {
        if (NOT_REPEATED.contains(field)) {
            return after.get(field).isEmpty() ? "removed" : "changed";
        }
        return shown(before.get(field)) + " \u2192 " + shown(after.get(field));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text.replace("\n", ", ");
    }
}
