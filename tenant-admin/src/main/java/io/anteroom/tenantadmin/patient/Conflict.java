package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody else changed while this form was open.
 *
 * @param who changed it, and when
 * @param differences the fields in which the record and this form differ
 */
public record Conflict(String who, String when, List<Difference> differences) {

    /** A field as it stands in the record and as it was typed here. */
    public record Difference(String label, String stored, String typed) {}

    static Conflict of(Patient current, PatientTexts stored, PatientForm form) {
        return new Conflict(
                current.changedBy(),
                Moments.moment(current.changedAt()),
                Stream.of(PatientField.values())
                        .filter(field -> !stored.get(field).equals(form.texts().get(field)))
                        .map(field -> new Difference(
                                field.label(), stored.get(field), form.texts().get(field)))
                        .toList());
    }
}
