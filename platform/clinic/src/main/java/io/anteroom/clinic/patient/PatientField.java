package io.anteroom.clinic.patient;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be typed about a patient: a field of the form, a column of a file. */
public enum PatientField {
    GIVEN_NAME("givenName", "First name", 100),
    FAMILY_NAME("familyName", "Family name", 100),
    PREFERRED_NAME("preferredName", "Preferred name", 100),
    BIRTH_DATE("birthDate", "Date of birth", 40),
    GENDER("gender", "Gender", 40),
    EMAIL("email", "Email", 254),
    MOBILE("mobile", "Mobile", 40),
    HOME_PHONE("homePhone", "Home phone", 40),
    PHONE("phone", "Other phone", 40),
    ADDRESS("address", "Address", 500),
    ALERTS("alerts", "Alerts", 200),
    EXTERNAL_ID("externalId", "Number in another system", 60);

    private final String code;
    private final String label;
    private final int longest;

    PatientField(String code, String label, int longest) {
        this.code = code;
        this.label = label;
        this.longest = longest;
    }

    /** The field of that code, or nothing for a code we don't know. */
    public static Optional<PatientField> ofCode(String code) {
        return Stream.of(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** As forms and stored mappings name it. */
    public String code() {
        return code;
    }

    /** As shown to people. */
    public String label() {
        return label;
    }

    /** How many characters it may have. */
    public int longest() {
        return longest;
    }

    /** The label within a sentence. */
    String inWords() {
        return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
