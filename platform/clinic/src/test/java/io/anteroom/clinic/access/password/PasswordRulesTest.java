package io.anteroom.clinic.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.password.PasswordRules.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> NAMES = List.of(
            "Anna",
            "Lee",
            "19800327",
            "1980",
            "12 High Street, Leeds",
            "anna.lee@example.org",
            "+447400123456",
            "North Clinic",
            "north");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four otters drink tea",
                "otterteapotlamp",
                "ひつじが星をかぞえる夜ふけの海",
                "Grün-Bär-Öfen-Lüge",
                "my aunt Anna bakes crumbs",
                "918273640551829",
                "🦦🦦🫖🌊🍋🧦🎷🪁🐌🛶🧭🪶🥁🧊🪴"
            })
    void whatIsLongAndNobodysFirstGuessWillDo(String typed) {
        assertThat(problem(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password1234567!",
                "P@ssw0rd!!!2026!!!",
                "Adm!n1strat0r!!!",
                "               ",
                "..............12",
                "letmeinletmein!",
                "111111111111111",
                "ababababababababab",
                "123456789012345",
                "987654321098765",
                "qwertyuiopasdfgh",
                "1qaz2wsx3edc4rfv",
                "Summer2026Winter2026",
                "correcthorsebatterystaple",
                "iloveyou-forever",
                "AnnaLee27031980!",
                "anna.lee@example.org",
                "northclinic2026",
                "12 High Street, Leeds",
                "ＰＡＳＳＷＯＲＤ２０２６！！！",
                "pässwörd-pässwörd"
            })
    void whatIsGuessedFirstWontHoweverLong(String typed) {
        assertThat(problem(typed)).isEqualTo(new Problem.GuessedFirst());
    }

    @Test
    void itHasFifteenCharactersAtLeastAndTwoHundredAndFiftySixAtMostWhicheverTheyAre() {
        assertThat(problem("otterteapotlam")).isEqualTo(new Problem.TooShort(14, 15));
        assertThat(problem("")).isEqualTo(new Problem.TooShort(0, 15));
        assertThat(problem("🦦".repeat(8) + "teapot")).isEqualTo(new Problem.TooShort(14, 15));
        assertThat(problem("otter teapot ".repeat(5) + "lamp of the sea")).isNull();
        assertThat(problem("otter lamp tea ".repeat(17) + "x")).isNull();
        assertThat(problem("otter lamp tea ".repeat(17) + "of")).isEqualTo(new Problem.TooLong());
        assertThat(problem("otter lamp ".repeat(1_000_000))).isEqualTo(new Problem.TooLong());
    }

    @Test
    void theSameCharactersComposedOtherwiseAreTheSame() {
        assertThat(PasswordRules.normal("Ofen mit Ba\u0308r")).isEqualTo(PasswordRules.normal("Ofen mit B\u00e4r"));
        assertThat(PasswordRules.normal("１２３ ｏｔｔｅｒｓ")).isEqualTo("123 otters");
        assertThat(PasswordRules.normal("two  spaces ")).isEqualTo("two  spaces ");
    }

    private static @Nullable Problem problem(String typed) {
        return PasswordRules.problem(PasswordRules.normal(typed), false, NAMES).orElse(null);
    }
}
