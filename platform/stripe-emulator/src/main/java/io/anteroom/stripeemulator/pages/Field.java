package io.anteroom.stripeemulator.pages;

import static io.anteroom.stripeemulator.pages.Html.escape;

import java.util.Map;

/** One labelled text field, with its error between label and box. */
final class Field {

    private Field() {}

    /**
     * @param complete the autocomplete token
     * @param mode the keyboard a phone shows
     */
    static String of(String id, String label, String value, String complete, String mode, Map<String, String> errors) {
        String error = errors.getOrDefault(id, "");
        String said = error.isEmpty() ? "" : "<p class=\"error\" id=\"%s-error\">%s</p>".formatted(id, escape(error));
        String marks = error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"%s-error\"".formatted(id);
        return """
            <div class="field">
            <label for="%1$s">%2$s</label>
            %3$s
            <input id="%1$s" name="%1$s" value="%4$s" autocomplete="%5$s" inputmode="%6$s"%7$s>
            </div>
            """.formatted(id, escape(label), said, escape(value), complete, mode, marks);
    }
}
