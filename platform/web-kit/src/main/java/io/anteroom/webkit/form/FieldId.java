package io.anteroom.webkit.form;

/** How the id of a field is made of its name. */
final class FieldId {

    private FieldId() {}

    static String of(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
