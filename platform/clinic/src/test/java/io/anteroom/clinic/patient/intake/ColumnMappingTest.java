package io.anteroom.clinic.patient.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    @Test
    void headersOfOtherSystemsAreUnderstood() {
        assertThat(ColumnMapping.guess(List.of(
                                "PatientID",
                                "First_Name",
                                "SURNAME",
                                "D.O.B.",
                                "Email",
                                "Mobile Phone",
                                "Home Phone",
                                "Notes",
                                "Address 1",
                                "Post Code"))
                        .codes())
                .containsExactly(
                        "externalId",
                        "givenName",
                        "familyName",
                        "birthDate",
                        "email",
                        "mobile",
                        "homePhone",
                        "",
                        "address",
                        "address");
        assertThat(ColumnMapping.guess(List.of("姓", "名", "生年月日")).codes())
                .containsExactly("familyName", "givenName", "birthDate");
    }

    @Test
    void aFieldIsGuessedOnce() {
        assertThat(ColumnMapping.guess(List.of("Phone", "Telephone", "Surname", "Last name"))
                        .codes())
                .containsExactly("phone", "", "familyName", "");
    }

    @Test
    void nameAndBirthDateAreNeededAndNothingTwice() {
        assertThat(ColumnMapping.ofCodes(List.of("email", "email", "address", "address", "no-such-field"))
                        .problems())
                .containsExactly(
                        "Choose the column that holds the family name",
                        "Choose the column that holds the date of birth",
                        "Choose one column for the email, not 2");
        assertThat(ColumnMapping.ofCodes(List.of("familyName", "birthDate")).problems())
                .isEmpty();
    }

    @Test
    void anAddressInSeveralColumnsBecomesItsLines() {
        PatientTexts texts = ColumnMapping.ofCodes(List.of("familyName", "address", "", "address", "address"))
                .texts(List.of("Smith", "1 High Street", "left out", " ", "London"));

        assertThat(texts.get(PatientField.ADDRESS)).isEqualTo("1 High Street\nLondon");
        assertThat(texts.get(PatientField.FAMILY_NAME)).isEqualTo("Smith");
    }
}
