package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.patient.PatientId;
import java.time.LocalDate;

/**
 * A patient who may be the person who opened an account. It is for staff to say.
 *
 * @param sameName whether name and birth date agree, however the name is written
 * @param sameFamilyName whether family name and birth date agree and the first name does not: one that is called otherwise
 *     there, or a twin
 * @param sameContact whether the address is among the patient's contact details, which families share
 * @param hasAccount whether the patient signs in already
 */
public record PossibleMatch(
        PatientId patient,
        String name,
        LocalDate birthDate,
        boolean sameName,
        boolean sameFamilyName,
        boolean sameContact,
        boolean hasAccount) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "PossibleMatch[" + patient + "]";
    }
}
