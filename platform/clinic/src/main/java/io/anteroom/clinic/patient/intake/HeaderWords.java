package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.PatientField;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that other systems give to their columns. */
final class HeaderWords {

    private static final Map<PatientField, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    PatientField.GIVEN_NAME,
                    List.of("given name", "given names", "first name", "firstname", "forename", "given", "first", "名")),
            Map.entry(
                    PatientField.FAMILY_NAME,
                    List.of("family name", "last name", "lastname", "surname", "family", "last", "姓")),
            Map.entry(PatientField.PREFERRED_NAME, List.of("preferred name", "known as", "nickname", "preferred")),
            Map.entry(
                    PatientField.BIRTH_DATE,
                    List.of("birth date", "birthdate", "date of birth", "dob", "d o b", "birthday", "born", "生年月日")),
            Map.entry(PatientField.GENDER, List.of("gender", "sex", "性別")),
            Map.entry(
                    PatientField.EMAIL,
                    List.of("email", "e mail", "email address", "mail", "primary email", "メール", "メールアドレス")),
            Map.entry(
                    PatientField.MOBILE,
                    List.of(
                            "mobile",
                            "mobile phone",
                            "mobile number",
                            "cell",
                            "cell phone",
                            "cellphone",
                            "携帯",
                            "携帯電話")),
            Map.entry(
                    PatientField.HOME_PHONE,
                    List.of("home phone", "home", "phone home", "home telephone", "landline", "home number", "自宅電話")),
            Map.entry(
                    PatientField.PHONE,
                    List.of(
                            "other phone",
                            "phone",
                            "telephone",
                            "tel",
                            "phone number",
                            "work phone",
                            "business phone",
                            "電話",
                            "電話番号")),
            Map.entry(
                    PatientField.ADDRESS,
                    List.of(
                            "address",
                            "address 1",
                            "address 2",
                            "address 3",
                            "address line 1",
                            "address line 2",
                            "address line 3",
                            "street",
                            "suburb",
                            "city",
                            "town",
                            "county",
                            "state",
                            "postcode",
                            "post code",
                            "postal code",
                            "zip",
                            "zip code",
                            "country",
                            "住所")),
            Map.entry(
                    PatientField.ALERTS,
                    List.of("alerts", "alert", "warning", "warnings", "allergies", "medical alert", "medical alerts")),
            Map.entry(
                    PatientField.EXTERNAL_ID,
                    List.of(
                            "number in another system",
                            "external id",
                            "id",
                            "patient id",
                            "patient number",
                            "patient no",
                            "file number",
                            "file no",
                            "chart number",
                            "mrn",
                            "nhs number",
                            "reference",
                            "患者番号")));

    private HeaderWords() {}

    /** The field a column of that name seems to hold. */
    static Optional<PatientField> field(String name) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String patients = words.startsWith("patient ") ? words.substring("patient ".length()) : words;
        return NAMES.entrySet().stream()
                .filter(entry ->
                        entry.getValue().contains(words) || entry.getValue().contains(patients))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
