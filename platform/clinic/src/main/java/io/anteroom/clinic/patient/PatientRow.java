package io.anteroom.clinic.patient;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a list shows one.
 *
 * @param numbers every phone number of the record, the mobile first
 */
public record PatientRow(
        PatientId id,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        LocalDate birthDate,
        @Nullable String email,
        List<PhoneNumber> numbers,
        @Nullable String alerts) {

    /** Family name first, as lists are sorted. */
    public String listedName() {
        return givenName.isEmpty() ? familyName : familyName + ", " + givenName;
    }

    /** Given and family name. */
    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "PatientRow[" + id + "]";
    }
}
