package io.anteroom.clinic.patient;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about a patient, field by field, before anything is read from it.
 *
 * @param typed a text per field; a field that is absent was left empty
 */
public record PatientTexts(Map<PatientField, String> typed) {

    /** Copies the texts. */
    public PatientTexts {
        typed = Map.copyOf(typed);
    }

    /** A patient's details as somebody of that country would type them. */
    public static PatientTexts of(PatientDetails patient, String country) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        put(texts, PatientField.GIVEN_NAME, patient.givenName());
        put(texts, PatientField.FAMILY_NAME, patient.familyName());
        put(texts, PatientField.PREFERRED_NAME, patient.preferredName());
        put(texts, PatientField.BIRTH_DATE, DateOrder.of(country).write(patient.birthDate()));
        put(texts, PatientField.GENDER, patient.gender());
        put(texts, PatientField.EMAIL, patient.emailText().orElse(null));
        put(
                texts,
                PatientField.MOBILE,
                patient.mobile() == null ? null : patient.mobile().format(country));
        put(texts, PatientField.HOME_PHONE, written(patient.homePhone(), country));
        put(texts, PatientField.PHONE, written(patient.phone(), country));
        put(texts, PatientField.ADDRESS, patient.address());
        put(texts, PatientField.ALERTS, patient.alerts());
        put(texts, PatientField.EXTERNAL_ID, patient.externalId());
        return new PatientTexts(texts);
    }

    /** What was typed into the field, empty if nothing. */
    public String get(PatientField field) {
        return typed.getOrDefault(field, "");
    }

    private static @Nullable String written(@Nullable PhoneNumber number, String country) {
        return number == null ? null : number.format(country);
    }

    private static void put(Map<PatientField, String> texts, PatientField field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(field, text);
        }
    }

    /** Names no content: it is personal. */
    @Override
    public String toString() {
        return "PatientTexts" + typed.keySet();
    }
}
