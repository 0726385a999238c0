package io.anteroom.tenantadmin.profile;

import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.profile.FieldChange;
import io.anteroom.clinic.profile.ProfileChange;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import java.util.stream.Collectors;

/**
 * A wish to have contact details changed, as it is listed.
 *
 * @param url where staff answer
 * @param by who asked, and what they are to the patient
 * @param what the fields
 */
public record ChangeRow(String url, String patient, String patientUrl, String by, String what, String since) {

    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/patients/changes";
    }

    static String url(ProfileChangeId id) {
        return base() + "/" + id;
    }

    static ChangeRow of(ProfileChange change) {
        return new ChangeRow(
                url(change.id()),
                change.patientName(),
                "/o/" + CurrentTenant.get().slug() + "/patients/" + change.patient(),
                by(change),
                change.fields().stream()
                        .map(FieldChange::field)
                        .map(PatientField::label)
                        .collect(Collectors.joining(", ")),
                Moments.moment(change.askedAt()));
    }

    private static String by(ProfileChange change) {
        return change.relationship() == Relationship.SELF
                ? "The patient"
                : change.askedBy() + ", "
                        + switch (change.relationship()) {
                            case PARENT -> "a parent";
                            case CARER -> "a carer";
                            case NOMINATED, SELF -> "named to help";
                        };
    }
}
