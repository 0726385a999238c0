package io.anteroom.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Anna, anna",
        "ANNA, anna",
        "Jürgen Groß, jurgen gross",
        "\"O'Brien\", obrien",
        "O’Brien, obrien",
        "Smith-Jones, smith jones",
        "Łukasz Žižek, lukasz zizek",
        "Søren Ærø, soren aero",
        "ａｎｎａ, anna",
        "山田　太郎, 山田 太郎",
        "İpek, ipek",
        "Nguyễn, nguyen",
        "---, ''",
    })
    void namesAreComparedWithoutAccentsCaseAndPunctuation(String name, String key) {
        assertThat(NameKey.of(name.replace("\"", ""))).isEqualTo(key);
    }
}
