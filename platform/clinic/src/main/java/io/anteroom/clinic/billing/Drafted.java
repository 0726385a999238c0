package io.anteroom.clinic.billing;

/**
 * An invoice that a form began.
 *
 * @param before whether the form was sent before, so that nothing was written now
 */
public record Drafted(InvoiceId id, boolean before) {}
