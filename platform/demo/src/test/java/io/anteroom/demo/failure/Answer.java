package io.anteroom.demo.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** What somebody gets to see. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The value of a hidden field. */
    String hidden(String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(field.find()).as(body).isTrue();
        return field.group(1);
    }

    /** Where a redirect leads; empty if it is none. */
    String location() {
        return headers.firstValue("Location").orElse("");
    }

    /** The path it leads to, on whatever host; empty if it is none. */
    String path() {
        return URI.create(location()).getRawPath();
    }

    /** A page, not a trace: it says in words that it is not available, and when to try again. */
    Answer saysNotNow(String words) {
        assertThat(status).as(body).isEqualTo(503);
        assertThat(headers.firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(headers.firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        return isClear(words);
    }

    /** It says {@code words} to people, and nothing of what broke. */
    Answer isClear(String words) {
        assertThat(body)
                .contains(words)
                .doesNotContain("Exception", "\tat ", "org.postgresql", "Hikari", "localhost:", "Whitelabel");
        return this;
    }
}
