package io.anteroom.controlplane.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        "' Anna@Example.ORG ', anna@example.org",
        "a.b+c@sub.example.co.uk, a.b+c@sub.example.co.uk",
        "info@zahnärzte.example, info@xn--zahnrzte-3za.example"
    })
    void oneMailboxHasOneForm(String typed, String value) {
        assertThat(EmailAddress.read(typed)).contains(new EmailAddress(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@example.org",
                "anna@example",
                "a b@example.org",
                "anna@-example.org",
                "anna@example..org",
                ".anna@example.org",
                "anna@example.org\nBcc: all@example.org",
                "Anna <anna@example.org>",
                "anna@[127.0.0.1]"
            })
    void whatIsNoAddressIsNotGuessed(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void aTooLongAddressIsRefused() {
        assertThat(EmailAddress.read("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b.".repeat(126) + "org")).isEmpty();
    }

    @Test
    void anAddressStaysOutOfLogs() {
        assertThat(new EmailAddress("anna@example.org")).hasToString("EmailAddress[]");
    }
}
