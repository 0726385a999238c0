package io.anteroom.controlplane.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "  Anna@Example.ORG ",
                "anna+tag@example.org",
                "änna@müller.example",
                "anna＠example.org",
                "\u0430nna@example.org",
                "+44 7400 123456",
                "+44 (0)7400-123456",
                "+49\u00a0151\u20101234567",
                "＋４４７４００１２３４５６"
            })
    void whatCouldBeAnAddressIsTaken(String typed) {
        assertThat(TypedAddress.of(typed).wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anna", "anna@", "@example.org", "a@b@c", "a b@example.org", "+", "+44", "<b>", "'; drop table x"
            })
    void whatCouldNotIsAskedForAgain(String typed) {
        assertThat(TypedAddress.of(typed).wrong()).contains(TypedAddress.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07400 123456", "0044 7400 123456", "(07400) 123-456"})
    void aNumberWithoutItsCountryIsAskedForWithIt(String typed) {
        assertThat(TypedAddress.of(typed).wrong().orElseThrow()).startsWith("Start the number with +");
    }

    @Test
    void nothingAndTooMuchAreAskedForAgain() {
        assertThat(TypedAddress.of(null).wrong()).isPresent();
        assertThat(TypedAddress.of(" ").wrong()).isPresent();
        assertThat(TypedAddress.of("a".repeat(10_000) + "@example.org").wrong()).contains(TypedAddress.NEITHER);
        assertThat(TypedAddress.of("+" + "4".repeat(10_000)).wrong()).contains(TypedAddress.NEITHER);
    }
}
