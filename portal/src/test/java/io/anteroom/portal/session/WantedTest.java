package io.anteroom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void aPageOfThisHostIsRemembered() {
        for (var path : List.of("/", "/invoices/12", "/invoices?page=2&sort=due", "/a%20b")) {
            assertThat(Wanted.decode(Wanted.encode(path))).contains(path);
        }
    }

    @Test
    void whatCouldLeadElsewhereIsNot() {
        for (var path : List.of(
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "",
                "invoices",
                "/in\\voices",
                "/a\nb",
                "/sign-in",
                "/sign-out",
                "/" + "x".repeat(600))) {
            assertThat(Wanted.decode(Wanted.encode(path))).as(path).isEmpty();
        }
    }

    @Test
    void aForgedCookieIsIgnored() {
        assertThat(Wanted.decode("%%%")).isEmpty();
    }
}
