package io.anteroom.clinic.patient;

/**
 * What the database sorts, compares and finds a patient by; made of the details and stored beside them.
 *
 * @param familyName the family name without accents, case and punctuation
 * @param givenName the given name likewise
 * @param search the text of a {@code tsvector}
 */
public record PatientKeys(String familyName, String givenName, String search) {

    /** The keys of those details. */
    public static PatientKeys of(PatientDetails details) {
        return new PatientKeys(
                NameKey.of(details.familyName()), NameKey.of(details.givenName()), SearchWords.of(details));
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "PatientKeys[]";
    }
}
