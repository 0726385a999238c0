package io.anteroom.clinic.billing.credit;

/**
 * How far an invoice was credited and paid when whoever asks for a note looked at it: so a second click writes no second note,
 * and nobody credits what looked otherwise.
 */
public record CreditSeen(long creditedMinor, long paidMinor) {}
