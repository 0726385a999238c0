package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Smi ~ (('smi':*) | '=smi':* | ':smi':*)",
                "anna@ex ~ ('=anna@ex':*)",
                "07400 123 ~ ('#7400123':* | ':07400123':*)",
                "1980 ~ ('#1980':* | '@1980-':* | ':1980':*)",
                "27/3/1980 ~ ('@1980-03-27':* | '#2731980':*)",
            })
    void eachPartMayMeanMoreThanOneThing(String typed, String query) {
        assertThat(SearchTerms.of(typed, "GB")).contains(query);
    }

    @Test
    void partsOfSeveralKindsMustAllBeFound() {
        assertThat(SearchTerms.of("smith 27 mar 1980 anna", "GB").orElseThrow())
                .isEqualTo("('@1980-03-27':* | '#271980':*) & (('smith':*) | '=smith':* | ':smith':*)"
                        + " & (('anna':*) | '=anna':* | ':anna':*)");
    }

    @Test
    void aWholeNumberIsFoundHoweverItIsWritten() {
        assertThat(SearchTerms.of("+44 (0)7400 123456", "JP").orElseThrow()).contains("'#447400123456':*");
        assertThat(SearchTerms.of("07400 123456", "GB").orElseThrow()).contains("'#447400123456':*");
    }

    @Test
    void nothingTypedFindsAllAndNothingReadableFindsNobody() {
        assertThat(SearchTerms.of("  ", "GB")).isEmpty();
        assertThat(SearchTerms.of("!?", "GB")).contains("'!'");
    }

    @Test
    void whatIsTypedIsNeverPartOfTheQuerysGrammar() {
        assertThat(SearchTerms.of("a@b') | ('c", "GB").orElseThrow()).startsWith("('=a@b'')':*)");
        assertThat(SearchTerms.of("x\\' & !y", "GB").orElseThrow())
                .doesNotContain("& !y")
                .contains("'=x\\\\''':*");
    }

    @Test
    void aLongTextIsCutRatherThanSearchedForMinutes() {
        assertThat(SearchTerms.of("a ".repeat(5_000), "GB").orElseThrow().split(" & ", -1))
                .hasSize(8);
    }
}
