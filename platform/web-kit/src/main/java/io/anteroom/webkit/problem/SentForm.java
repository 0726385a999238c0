package io.anteroom.webkit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * What somebody sent with a form, to be sent again as it was. Passwords and codes are left out: they don't belong on a page
 * that stays open, and are typed again. It holds the form's own token and no new one.
 *
 * @param action the address it was sent to
 * @param fields what was in it
 */
public record SentForm(String action, List<Field> fields) {

    /** A page has to stay one that a browser shows. */
    private static final int LONGEST = 64_000;

    /** What only whoever types it may know. */
    private static final Set<String> SECRET = Set.of("password", "code");

    /** One value. */
    public record Field(String name, String value) {}

    public SentForm {
        fields = List.copyOf(fields);
    }

    /** What {@code request} sent; nothing if it is no plain form, or too long to be shown again. */
    static Optional<SentForm> of(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!HttpMethod.POST.matches(request.getMethod())
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : SECRET.contains(name) ? new String[0] : values) {
                fields.add(new Field(name, value));
            }
        });
        int length = fields.stream().mapToInt(field -> field.value().length()).sum();
        return length > LONGEST ? Optional.empty() : Optional.of(new SentForm(request.getRequestURI(), fields));
    }
}
