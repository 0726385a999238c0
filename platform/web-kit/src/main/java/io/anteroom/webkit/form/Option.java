package io.anteroom.webkit.form;

/**
 * One choice of a list.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Option(String value, String label) {}
