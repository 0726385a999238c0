package io.anteroom.clinic.scheduling.setup;

/**
 * What is wrong with one field.
 *
 * @param field the field's name, or empty for the form as a whole
 * @param message what to do about it, in plain words
 */
public record Fault(String field, String message) {}
