package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "07400 123456, GB, +447400123456",
        "+44 (0)7400 123 456, GB, +447400123456",
        "0044 7400 123456, GB, +447400123456",
        "+44 7400 123456, JP, +447400123456",
        "090-1234-5678, JP, +819012345678",
        "０９０－１２３４－５６７８, JP, +819012345678",
        "٠٧٤٠٠ ١٢٣٤٥٦, GB, +447400123456",
        "+81 90 1234 5678, GB, +819012345678",
        "(212) 555-0123, US, +12125550123",
    })
    void numbersAreReadAsTheCountryWritesThem(String typed, String country, String value) {
        assertThat(PhoneNumber.parse(typed, country)).contains(new PhoneNumber(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "12",
                "07400",
                "+999 123456",
                "020 7946 0000 ext 12",
                "07400 123456 or 07400 123457",
                "07400 FLOWER",
                "０7400 ＦLOWER",
                "+44+7400123456",
                "0",
                "+",
                "07400 123456 789"
            })
    void whatIsNoNumberIsNotRead(String typed) {
        assertThat(PhoneNumber.parse(typed, "GB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"07400 123456, GB", "090 1234 5678, JP", "212 555 0123, US"})
    void whereTextsMayArriveIsAMobile(String typed, String country) {
        assertThat(MobileNumber.parse(typed, country)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"020 7946 0000, GB", "03-1234-5678, JP", "0800 1111 111, GB"})
    void aLandlineIsNoMobile(String typed, String country) {
        assertThat(MobileNumber.parse(typed, country)).isEmpty();
    }

    @Test
    void aNumberIsShownAsPeopleThereWriteIt() {
        assertThat(new PhoneNumber("+447400123456").format("GB")).isEqualTo("07400 123456");
        assertThat(new PhoneNumber("+447400123456").format("JP")).isEqualTo("+44 7400 123456");
    }

    @Test
    void anotherFormIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("07400 123456"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MobileNumber("+442079460000"));
    }

    @Test
    void examplesAreNumbersThatWouldBeTaken() {
        assertThat(MobileNumber.parse(MobileNumber.example("JP"), "JP")).isPresent();
        assertThat(PhoneNumber.parse(PhoneNumber.example("GB"), "GB")).isPresent();
    }
}
