package io.anteroom.clinic.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnteredCodeTest {

    @Test
    void spacesAndHyphensBetweenTheDigitsDoNotMatter() {
        for (var typed : List.of(
                "012345", "012 345", " 012-345 ", "0 1 2 3 4 5", "012\u00A0345", "012\u2013345", "\t012345\n")) {
            assertThat(EnteredCode.read(typed)).as(typed).contains(new EnteredCode("012345"));
        }
    }

    @Test
    void digitsOfOtherScriptsAreDigits() {
        assertThat(EnteredCode.read("０１２３４５")).contains(new EnteredCode("012345"));
        assertThat(EnteredCode.read("٠١٢٣٤٥")).contains(new EnteredCode("012345"));
    }

    @Test
    void whatIsNotSixDigitsIsNoCode() {
        for (var typed :
                List.of("", " ", "12345", "1234567", "12345a", "+123456", "1".repeat(10_000), "\uD83D\uDE00")) {
            assertThat(EnteredCode.read(typed)).as("%.20s", typed).isEmpty();
        }
    }

    @Test
    void aCodeIsNotPrinted() {
        assertThat(new EnteredCode("012345").toString()).doesNotContain("012345");
    }
}
