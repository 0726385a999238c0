package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.ReadDetails.Fault;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailsReaderTest {

    private static final DetailsReader LONDON =
            new DetailsReader("GB", DateOrder.DAY_MONTH_YEAR, LocalDate.of(2026, 11, 21));

    @Test
    void whatIsTypedIsReadAsItIsMeant() {
        PatientDetails anna = details(anna().with(PatientField.GIVEN_NAME, "  Anna \u00a0 Maria\u200b ")
                .with(PatientField.EMAIL, " Anna@Example.org")
                .with(PatientField.MOBILE, "07400 123456")
                .with(PatientField.HOME_PHONE, "020 7946 0000")
                .with(PatientField.ADDRESS, " 1 High Street \r\n\r\n London  N1 ")
                .with(PatientField.ALERTS, "Allergic\tto\npenicillin"));

        assertThat(anna.givenName()).isEqualTo("Anna Maria");
        assertThat(anna.birthDate()).isEqualTo(LocalDate.of(1980, 3, 27));
        assertThat(anna.email()).isEqualTo(new EmailAddress("anna@example.org"));
        assertThat(anna.mobile()).isEqualTo(new MobileNumber("+447400123456"));
        assertThat(anna.homePhone()).isEqualTo(new PhoneNumber("+442079460000"));
        assertThat(anna.address()).isEqualTo("1 High Street\nLondon N1");
        assertThat(anna.alerts()).isEqualTo("Allergic to penicillin");
        assertThat(anna.phone()).isNull();
    }

    @Test
    void aPersonMayHaveOneName() {
        assertThat(details(anna().with(PatientField.GIVEN_NAME, "")).fullName()).isEqualTo("Smith");
    }

    @Test
    void everyFaultIsSaidAtOnceInTheOrderOfTheFields() {
        assertThat(faults(anna().with(PatientField.PHONE, "none")
                        .with(PatientField.EMAIL, "anna")
                        .with(PatientField.BIRTH_DATE, "")
                        .with(PatientField.FAMILY_NAME, " ")))
                .extracting(Fault::field)
                .containsExactly(
                        PatientField.FAMILY_NAME, PatientField.BIRTH_DATE, PatientField.EMAIL, PatientField.PHONE);
    }

    @Test
    void aBirthDateIsInThePastAndWithinALife() {
        assertThat(faults(anna().with(PatientField.BIRTH_DATE, "22/11/2026")))
                .containsExactly(new Fault(PatientField.BIRTH_DATE, "Enter a date of birth in the past"));
        assertThat(faults(anna().with(PatientField.BIRTH_DATE, "20/11/1906"))).hasSize(1);
        assertThat(details(anna().with(PatientField.BIRTH_DATE, "21/11/2026")).birthDate())
                .isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void aLandlineUnderMobileIsSaidToBeOne() {
        assertThat(faults(anna().with(PatientField.MOBILE, "020 7946 0000")))
                .extracting(Fault::message)
                .containsExactly("This number takes no texts. Put it under Home phone or Other phone");
    }

    @Test
    void whatIsTooLongIsNeverCutShortInSilence() {
        assertThat(faults(anna().with(PatientField.ALERTS, "x".repeat(201))))
                .containsExactly(new Fault(PatientField.ALERTS, "Shorten the alerts to 200 characters or fewer"));
        assertThat(faults(anna().with(PatientField.FAMILY_NAME, "x".repeat(101))))
                .hasSize(1);
    }

    @Test
    void aRecordOpenedAndSavedAsItWasStaysAsItWas() {
        PatientDetails anna = details(anna().with(PatientField.MOBILE, "+81 90 1234 5678")
                .with(PatientField.ADDRESS, "1 High Street\nLondon")
                .with(PatientField.EXTERNAL_ID, "A-17"));

        assertThat(details(new Typed(PatientTexts.of(anna, "GB").typed()))).isEqualTo(anna);
    }

    private static PatientDetails details(Typed typed) {
        return ((ReadDetails.Fine) LONDON.read(new PatientTexts(typed.texts()))).details();
    }

    private static List<Fault> faults(Typed typed) {
        return ((ReadDetails.Faulty) LONDON.read(new PatientTexts(typed.texts()))).faults();
    }

    private static Typed anna() {
        return new Typed(Map.of(
                PatientField.GIVEN_NAME,
                "Anna",
                PatientField.FAMILY_NAME,
                "Smith",
                PatientField.BIRTH_DATE,
                "27 3 1980"));
    }

    private record Typed(Map<PatientField, String> texts) {

        Typed with(PatientField field, String text) {
            Map<PatientField, String> more = new EnumMap<>(texts);
            more.put(field, text);
            return new Typed(more);
        }
    }
}
