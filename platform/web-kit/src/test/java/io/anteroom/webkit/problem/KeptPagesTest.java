package io.anteroom.webkit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import io.anteroom.language.Language;
import io.anteroom.webkit.Brand;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class KeptPagesTest {

    private final KeptPages pages = new KeptPages();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void whatIsSaidAgainIsWrittenOnceAndCarriesEachRequestsId() {
        assertThat(page("A wait of “a second”", null, "/invoices", "one"))
                .isEqualTo("A wait of “a second” /invoices one.");
        assertThat(page("A wait of “a second”", null, "/invoices", "another"))
                .isEqualTo("A wait of “a second” /invoices another.");
        assertThat(written).hasValue(1);
    }

    @Test
    void otherWordsAnotherAddressAndAnotherLookAreWrittenForThemselves() {
        page("Wait a second", null, "/", "one");

        assertThat(page("Wait 2 seconds", null, "/", "two")).isEqualTo("Wait 2 seconds / two.");
        assertThat(page("Wait a second", null, "/help", "three")).isEqualTo("Wait a second /help three.");
        page("Wait a second", Brand.plain("North"), "/", "four");
        page("Wait a second", Brand.plain("South"), "/", "five");
        assertThat(written).hasValue(5);
    }

    private String page(String advice, @Nullable Brand brand, String again, String id) {
        var problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, "Very busy", advice);
        byte[] page = pages.page(
                new KeptPages.Said(Language.ENGLISH, problem, brand, again),
                id,
                shown -> content(advice, again, shown));
        return new String(page, StandardCharsets.UTF_8);
    }

    private Content content(String advice, String again, String id) {
        written.incrementAndGet();
        return output -> output.writeContent(advice + " " + again + " " + id + ".");
    }
}
