package io.anteroom.clinic.questionnaire.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerPatternTest {

    private static boolean matches(String regex, String text) {
        return AnswerPattern.of(regex).orElseThrow().matches(text);
    }

    @Test
    void patternsThatNeverEndedEndOrAreRefused() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(matches("(?:|)".repeat(28), "x")).isFalse();
            assertThat(matches("(.*)(.*)(.*)(.*)(.*)[^a]b", "a".repeat(10_000))).isFalse();
            for (String regex : List.of(
                    "(?:(?=)){2147483647}x",
                    "a{1001}",
                    "(?:(?:a{30}){30}){30}",
                    "(a{100}[)]){11}",
                    "([]({]a{100}){11}",
                    "(\\Q)\\Ea{100}){11}",
                    ".{0,900}".repeat(3),
                    "(a",
                    "a".repeat(501))) {
                assertThat(AnswerPattern.of(regex)).as(regex).isEmpty();
            }
        });
    }

    @Test
    void usualPatternsMatchTheWholeAnswer() {
        assertThat(matches("[0-9]{5}", "10115")).isTrue();
        assertThat(matches("[0-9]{5}", "101150")).isFalse();
        assertThat(matches("a|ab", "ab")).isTrue();
        assertThat(matches("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", "ann@example.org")).isTrue();
        assertThat(matches("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", "ann@example")).isFalse();
        assertThat(matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "01234567-89ab-cdef-0123-456789abcdef"))
                .isTrue();
        assertThat(matches("\\Qa{5000}\\E\\x{41}[{5000}]", "a{5000}A5")).isTrue();
        assertThat(matches(".{1,500}", "a".repeat(500))).isTrue();
    }
}
