package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        "'  Anna.Smith@Example.ORG ', anna.smith@example.org",
        "ＡＮＮＡ＠example.org, anna@example.org",
        "anna+clinic@example.org, anna+clinic@example.org",
        "anna@bücher.example, anna@xn--bcher-kva.example",
        "anna@BÜCHER.example, anna@xn--bcher-kva.example",
        "Ñandú@example.org, ñandú@example.org",
        "ΑΣ@example.org, ας@example.org",
        "Ｓtraße@example.org, strasse@example.org",
        "GROẞ@example.org, gross@example.org",
        "ınfo@example.org, info@example.org",
    })
    void whatPeopleTypeForOneAddressHasOneForm(String typed, String value) {
        assertThat(EmailAddress.parse(typed).map(EmailAddress::value))
                .contains(EmailAddress.parse(value).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@localhost",
                "anna@example",
                "an na@example.org",
                "anna@exam ple.org",
                "anna@@example.org",
                ".anna@example.org",
                "anna.@example.org",
                "an..na@example.org",
                "anna@example.org, bob@example.org",
                "Anna <anna@example.org>",
                "anna@-example.org",
                "anna@example.org\nx",
                "anna@1.2.3.4",
                "anna@example..org",
                "an\u200bna@example.org",
                "anna\u202egro.example@evil.test",
                "an\u0000na@example.org"
            })
    void whatIsNoAddressIsNotRead(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void tooLongPartsAreNotRead() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b123456789.".repeat(24) + "org")).isEmpty();
    }

    @Test
    void everyCharacterOfTheBasicPlaneIsReadOrRefusedAndNoneIsAFault() {
        for (int point = 0; point <= Character.MAX_VALUE; point++) {
            var character = Character.toString(point);
            EmailAddress.parse(character.repeat(33) + "@example.org");
            EmailAddress.parse("anna@ex" + character + "ample.org");
        }
    }

    @Test
    void tenThousandCharactersAreRefusedAndNoFault() {
        for (var typed :
                List.of("a@" + "b.".repeat(5_000) + "org", "x".repeat(10_000), "ﷺ".repeat(10_000) + "@b.org")) {
            assertThat(EmailAddress.parse(typed)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "аnna@example.org, true",
        "annа+clinic@example.org, true",
        "ánna.smith-2@example.org, false",
        "анна@example.org, false",
        "tanaka田中たなか@example.org, false",
        "김anna@example.org, false",
    })
    void lettersOfAlphabetsThatNobodyWritesTogetherAreNoticed(String typed, boolean mixed) {
        assertThat(EmailAddress.parse(typed).orElseThrow().mixesAlphabets()).isEqualTo(mixed);
    }

    @Test
    void aSecondReadingChangesNothing() {
        String once = EmailAddress.parse("ANNA.ς@Bücher.example").orElseThrow().value();

        assertThat(EmailAddress.parse(once).orElseThrow().value()).isEqualTo(once);
    }

    @Test
    void anAddressInAnotherFormIsRefusedAndNeverPrinted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("Anna@example.org"));
        assertThat(new EmailAddress("anna@example.org").toString()).doesNotContain("anna");
    }
}
