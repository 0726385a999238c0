package io.anteroom.webkit.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form field with its label above, hint under the label, error between hint and field, and what was typed kept:
 * {@code ${Field.email("email", "Email").value(form.email()).errors(errors).hint("...")}}. Each method changes the field and
 * gives it back.
 *
 * <p>A field is asked for unless {@link #optional()}; the label then says so. Never a star.
 */
public final class Field implements Content {

    private final String kind;
    private final String name;
    private final String label;
    private String value = "";
    private @Nullable DateInput typed;
    private @Nullable String hint;
    private @Nullable String error;
    private boolean optional;
    private boolean focused;
    private List<Option> options = List.of();
    private @Nullable String prefix;
    private @Nullable String suffix;
    private int chars;
    private @Nullable String inputmode;
    private @Nullable String autocomplete;
    private @Nullable String accept;
    private boolean multiple;
    private @Nullable String limit;
    private @Nullable String liveUrl;
    private @Nullable String liveTarget;

    private Field(String kind, String name, String label) {
        this.kind = kind;
        this.name = name;
        this.label = label;
    }

    /** One line of text. */
    public static Field text(String name, String label) {
        return new Field("text", name, label);
    }

    /** An email address. */
    public static Field email(String name, String label) {
        return new Field("email", name, label).keyboard("email", "email");
    }

    /** A telephone number. */
    public static Field tel(String name, String label) {
        return new Field("tel", name, label).keyboard("tel", "tel");
    }

    /** A search box. */
    public static Field search(String name, String label) {
        return new Field("search", name, label);
    }

    /** A whole number, typed as text so that scrolling does not change it. */
    public static Field number(String name, String label) {
        return new Field("text", name, label).keyboard("numeric", "off");
    }

    /** An amount of money; {@code currency} is shown before it. */
    public static Field money(String name, String label, String currency) {
        return new Field("text", name, label).keyboard("decimal", "off").prefix(currency);
    }

    /** A code of digits sent to the person: one field, which takes pasting and filling in by the phone. */
    public static Field oneTimeCode(String name, String label) {
        return new Field("text", name, label).keyboard("numeric", "one-time-code");
    }

    /** A password; what was typed is never given back. */
    public static Field password(String name, String label) {
        return new Field("password", name, label);
    }

    /** A date in the near past or future, with the browser's calendar; ISO 8601 is sent. */
    public static Field date(String name, String label) {
        return new Field("date", name, label);
    }

    /** A date people know by heart, as their birth date: three fields, bound by {@link DateInput}. */
    public static Field memorableDate(String name, String label, @Nullable DateInput typed) {
        Field field = new Field("memorable", name, label);
        field.typed = typed;
        return field;
    }

    /** A colour, six hexadecimal digits behind a number sign. */
    public static Field colour(String name, String label) {
        return new Field("color", name, label);
    }

    /** Several lines of text. */
    public static Field textarea(String name, String label) {
        return new Field("textarea", name, label);
    }

    /** One of a list, closed until opened. */
    public static Field select(String name, String label, List<Option> options) {
        return new Field("select", name, label).options(options);
    }

    /** One of a few, all in sight. */
    public static Field radios(String name, String label, List<Option> options) {
        return new Field("radios", name, label).options(options);
    }

    /** Yes or no; {@code true} is sent for yes and nothing for no. */
    public static Field checkbox(String name, String label) {
        return new Field("checkbox", name, label);
    }

    /** A file; {@code accept} as in HTML, {@code image/png,image/jpeg}. */
    public static Field file(String name, String label, String accept) {
        Field field = new Field("file", name, label);
        field.accept = accept;
        return field;
    }

    /** Takes several files. */
    public Field multiple() {
        this.multiple = true;
        return this;
    }

    /** What is in it: what was typed last, or what is stored. */
    public Field value(@Nullable Object value) {
        this.value = value == null ? "" : value.toString();
        return this;
    }

    /** Help that everybody needs, a sentence. */
    public Field hint(String hint) {
        this.hint = hint;
        return this;
    }

    /** Shows what is wrong with this field, found by its name. */
    public Field errors(FormErrors errors) {
        this.error = errors.on(name);
        return this;
    }

    /** May stay empty, and the label says so. */
    public Field optional() {
        this.optional = true;
        return this;
    }

    /** What the browser may fill in, a token of HTML's {@code autocomplete}. */
    public Field autocomplete(String token) {
        this.autocomplete = token;
        return this;
    }

    /** How wide it is, about this many characters, to show how much is expected: 4, 10, 20 or 30. */
    public Field chars(int chars) {
        this.chars = chars;
        return this;
    }

    /** The most characters it takes. */
    public Field maxLength(int length) {
        this.limit = String.valueOf(length);
        return this;
    }

    /** A few words in front of it, inside its frame. */
    public Field prefix(String prefix) {
        this.prefix = prefix;
        return this;
    }

    /** A few words behind it, inside its frame. */
    public Field suffix(String suffix) {
        this.suffix = suffix;
        return this;
    }

    /** Takes the focus when the page opens; for pages that ask one thing. */
    public Field focused() {
        this.focused = true;
        return this;
    }

    /** Sends the form to {@code url} by POST a moment after typing stops; the answer replaces what {@code target} selects. */
    public Field live(String url, String target) {
        this.liveUrl = url;
        this.liveTarget = target;
        return this;
    }

    private Field keyboard(String mode, String token) {
        this.inputmode = mode;
        this.autocomplete = token;
        return this;
    }

    private Field options(List<Option> choices) {
        this.options = choices;
        return this;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().formField(model()).writeTo(output);
    }

    private FieldModel model() {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                new FieldModel.Looks(prefix, suffix, chars),
                new FieldModel.Behaviour(inputmode, autocomplete, accept, multiple, limit, liveUrl, liveTarget));
    }
}
