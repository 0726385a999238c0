package io.anteroom.demo.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A form of hidden fields on a page, as the person gets it.
 *
 * @param action where it is sent
 * @param fields what is sent
 */
record SentForm(String action, Map<String, String> fields) {

    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    static SentForm on(String page) {
        var form = FORM.matcher(page);
        assertThat(form.find()).as("no form on " + page).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(form.group(2))
                .results()
                .forEach(field -> fields.put(plain(field.group(1)), plain(field.group(2))));
        return new SentForm(plain(form.group(1)), fields);
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> Guest.encoded(field.getKey()) + "=" + Guest.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String plain(String html) {
        return HtmlUtils.htmlUnescape(html);
    }
}
