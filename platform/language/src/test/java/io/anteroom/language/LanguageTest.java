package io.anteroom.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language is meant. */
class LanguageTest {

    private static final List<Language> ALL = List.of(Language.values());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-AT,de;q=0.9,en;q=0.8 | GERMAN
                    fr-FR,fr;q=0.9,ar;q=0.5 | ARABIC
                    en                      | ENGLISH
                    AR-eg                   | ARABIC
                    de;q=0, en              | ENGLISH
                    """)
    void theFirstOfTheBrowsersThatIsOfferedIsTaken(String header, Language wanted) {
        assertThat(Language.wanted(header, ALL)).contains(wanted);
    }

    @Test
    void whatTheClinicDoesNotOfferIsNotTaken() {
        assertThat(Language.wanted("ar,de", List.of(Language.ENGLISH, Language.GERMAN)))
                .contains(Language.GERMAN);
        assertThat(Language.wanted("fr", ALL)).isEmpty();
        assertThat(Language.wanted("", ALL)).isEmpty();
        assertThat(Language.wanted("de,".repeat(500), ALL)).isEmpty();
    }

    @Test
    void onlyArabicIsWrittenFromTheRight() {
        assertThat(ALL).filteredOn(Language::isFromTheRight).containsExactly(Language.ARABIC);
        assertThat(Language.ARABIC.direction()).isEqualTo("rtl");
        assertThat(Language.of("de")).contains(Language.GERMAN);
        assertThat(Language.of("xx")).isEmpty();
    }

    @Test
    void aTextKeptWithItsLanguageRunsTheWayThatLanguageDoes() {
        assertThat(Language.directionOf("ar")).isEqualTo("rtl");
        assertThat(Language.directionOf("ar-EG")).isEqualTo("rtl");
        assertThat(Language.directionOf("de")).isEqualTo("ltr");
        assertThat(Language.directionOf("tlh")).as("none of ours").isEqualTo("ltr");
    }
}
