package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.MergedRecord;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody else did while this form was open.
 *
 * @param happened who did what, as a sentence without its end
 * @param when they did
 * @param elsewhere whether the form is now on another record, into which its own went
 * @param differences the fields in which the record and this form differ
 */
public record Conflict(String happened, String when, boolean elsewhere, List<Difference> differences) {

    /** A field as it stands in the record and as it was typed here. */
    public record Difference(String label, String stored, String typed) {}

    static Conflict of(Patient current, PatientTexts stored, PatientForm form) {
        return new Conflict(
                current.changedBy() + " changed this record while you edited it",
                Moments.moment(current.changedAt()),
                false,
                differences(stored, form));
    }

    /** On the record that stays, where the one edited went into it. */
    static Conflict merged(MergedRecord went, Patient stays, PatientTexts stored, PatientForm form) {
        return new Conflict(
                went.by() + " merged the record you edited, number " + went.id() + ", into this one, number "
                        + stays.id(),
                Moments.moment(went.at()),
                true,
                differences(stored, form));
    }

    private static List<Difference> differences(PatientTexts stored, PatientForm form) {
        return Stream.of(PatientField.values())
                .filter(field -> !stored.get(field).equals(form.texts().get(field)))
                .map(field -> new Difference(
                        field.label(), stored.get(field), form.texts().get(field)))
                .toList();
    }
}
