package io.anteroom.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

    @Test
    void aLinkEndsBeforeTheSentenceDoes() {
        assertThat(Links.in("Open http://localhost:8080/confirm/a-b_c. Or (https://x.example/?q=1), please"))
                .containsExactly("http://localhost:8080/confirm/a-b_c", "https://x.example/?q=1");
    }

    @Test
    void aTextWithoutLinksHasNone() {
        assertThat(Links.in("Your code is 123 456")).isEmpty();
    }
}
