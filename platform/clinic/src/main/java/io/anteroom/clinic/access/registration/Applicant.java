package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.patient.PatientDetails;
import java.time.LocalDate;

/**
 * Who somebody says they are. Nobody has checked it.
 *
 * @param givenName empty for a person with one name
 * @param familyName never empty
 */
public record Applicant(String givenName, String familyName, LocalDate birthDate) {

    /** Given and family name. */
    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    /** The same as the details of a patient. */
    PatientDetails details() {
        return PatientDetails.of(givenName, familyName, birthDate);
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "Applicant[]";
    }
}
