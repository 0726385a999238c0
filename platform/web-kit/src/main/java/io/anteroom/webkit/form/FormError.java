package io.anteroom.webkit.form;

/**
 * One thing that is wrong with a form.
 *
 * @param field the field's name, empty where the form as a whole is meant
 * @param message what to do about it, in plain words
 */
public record FormError(String field, String message) {

    /** The id of the field, where the summary leads. */
    public String target() {
        return FieldId.of(field);
    }
}
