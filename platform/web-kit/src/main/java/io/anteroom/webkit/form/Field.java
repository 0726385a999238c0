package io.anteroom.webkit.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form field with its label above, hint under the label, error between hint and field, and what was typed kept:
 * {@code ${Field.email("email", "Email").value(form.email()).errors(errors).hint("...")}}. Each method gives a new field.
 *
 * <p>A field is asked for unless {@link #optional()}; the label then says so. Never a star.
 */
public final class Field implements Content {

    private final FieldModel model;

    private Field(FieldModel model) {
        this.model = model;
    }

    /** One line of text. */
    public static Field text(String name, String label) {
        return new Field(FieldModel.of("text", name, label));
    }

    /** An e-mail address. */
    public static Field email(String name, String label) {
        return new Field(FieldModel.of("email", name, label).keyboard("email", "email"));
    }

    /** A telephone number. */
    public static Field tel(String name, String label) {
        return new Field(FieldModel.of("tel", name, label).keyboard("tel", "tel"));
    }

    /** A search box. */
    public static Field search(String name, String label) {
        return new Field(FieldModel.of("search", name, label));
    }

    /** A whole number, typed as text so that scrolling does not change it. */
    public static Field number(String name, String label) {
        return new Field(FieldModel.of("text", name, label).keyboard("numeric", "off"));
    }

    /** An amount of money; {@code currency} is shown before it. */
    public static Field money(String name, String label, String currency) {
        return new Field(
                FieldModel.of("text", name, label).keyboard("decimal", "off").prefix(currency));
    }

    /** A code of digits sent to the person: one field, which takes pasting and filling in by the phone. */
    public static Field oneTimeCode(String name, String label) {
        return new Field(FieldModel.of("text", name, label).keyboard("numeric", "one-time-code"));
    }

    /** A password; what was typed is never given back. */
    public static Field password(String name, String label) {
        return new Field(FieldModel.of("password", name, label));
    }

    /** A date in the near past or future, with the browser's calendar; ISO 8601 is sent. */
    public static Field date(String name, String label) {
        return new Field(FieldModel.of("date", name, label));
    }

    /** A date people know by heart, as their birth date: three fields, bound by {@link DateInput}. */
    public static Field memorableDate(String name, String label, @Nullable DateInput typed) {
        return new Field(
                FieldModel.of("memorable", name, label).typed(Objects.requireNonNullElse(typed, DateInput.EMPTY)));
    }

    /** A colour, six hexadecimal digits behind a number sign. */
    public static Field colour(String name, String label) {
        return new Field(FieldModel.of("color", name, label));
    }

    /** Several lines of text. */
    public static Field textarea(String name, String label) {
        return new Field(FieldModel.of("textarea", name, label));
    }

    /** One of a list, closed until opened. */
    public static Field select(String name, String label, List<Option> options) {
        return new Field(FieldModel.of("select", name, label).options(options));
    }

    /** One of a few, all in sight. */
    public static Field radios(String name, String label, List<Option> options) {
        return new Field(FieldModel.of("radios", name, label).options(options));
    }

    /** Yes or no; {@code true} is sent for yes and nothing for no. */
    public static Field checkbox(String name, String label) {
        return new Field(FieldModel.of("checkbox", name, label));
    }

    /** A file; {@code accept} as in HTML, {@code image/png,image/jpeg}. */
    public static Field file(String name, String label, String accept) {
        return new Field(FieldModel.of("file", name, label).accept(accept));
    }

    /** What is in it: what was typed last, or what is stored. */
    public Field value(@Nullable Object value) {
        return new Field(model.value(value == null ? "" : value.toString()));
    }

    /** Help that everybody needs, a sentence. */
    public Field hint(String hint) {
        return new Field(model.hint(hint));
    }

    /** Shows what is wrong with this field, found by its name. */
    public Field errors(FormErrors errors) {
        String own = errors.on(model.name());
        return own == null ? this : new Field(model.error(own));
    }

    /** May stay empty, and the label says so. */
    public Field optional() {
        return new Field(model.optional(true));
    }

    /** What the browser may fill in, a token of HTML's {@code autocomplete}. */
    public Field autocomplete(String token) {
        return new Field(model.keyboard(model.inputmode(), token));
    }

    /** How wide it is, about this many characters, to show how much is expected: 4, 10, 20 or 30. */
    public Field chars(int chars) {
        return new Field(model.chars(chars));
    }

    /** The most characters it takes. */
    public Field maxLength(int length) {
        return new Field(model.maxLength(length));
    }

    /** A few words in front of it, inside its frame. */
    public Field prefix(String prefix) {
        return new Field(model.prefix(prefix));
    }

    /** A few words behind it, inside its frame. */
    public Field suffix(String suffix) {
        return new Field(model.suffix(suffix));
    }

    /** Takes the focus when the page opens; for pages that ask one thing. */
    public Field focused() {
        return new Field(model.focused(true));
    }

    /** Sends the form to {@code url} by POST a moment after typing stops; the answer replaces what {@code target} selects. */
    public Field live(String url, String target) {
        return new Field(model.live(url, target));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().formField(model).writeTo(output);
    }
}
