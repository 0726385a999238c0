package io.anteroom.clinic.access.grant;

/**
 * Published within the transaction when the moments at which parents' access is limited or over may have moved: the clinic's
 * rule of ages was changed, or a birth date corrected.
 */
public record AgesMoved() {}
